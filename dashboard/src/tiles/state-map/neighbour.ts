/** The next state in a direction: nearest, with a penalty for being off the line. */
import type { Shape } from './shape.ts'

type Direction = readonly [x: number, y: number]

export const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

const WIDEST_ANGLE = 0.5 // Cosine of 60 degrees.

export function neighbourOf(shapes: readonly Shape[], code: string, direction: Direction): string {
  const from = shapes.find((shape) => shape.code === code)
  if (!from) return code
  const next = shapes.toSorted((a, b) => costOf(from, a, direction) - costOf(from, b, direction))[0]
  return next && costOf(from, next, direction) < Number.POSITIVE_INFINITY ? next.code : code
}

function costOf(from: Shape, to: Shape, [dx, dy]: Direction) {
  const [x, y] = [to.centre[0] - from.centre[0], to.centre[1] - from.centre[1]]
  const distance = Math.hypot(x, y)
  const cosine = distance === 0 ? -1 : (x * dx + y * dy) / distance
  return cosine < WIDEST_ANGLE ? Number.POSITIVE_INFINITY : distance / cosine ** 2
}
