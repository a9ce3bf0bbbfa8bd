// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { SparkLine } from './spark-line.tsx'

const shapesOf = (weeks: (number | null)[], before: (number | null)[], isPerWeek: boolean) => {
  render(<SparkLine weeks={weeks} before={before} isPerWeek={isPerWeek} label="semanas" />)
  const drawing = screen.getByRole('img', { name: 'semanas' })
  const pathOf = (name: string) => drawing.querySelector(`.spark-${name}`)?.getAttribute('d') ?? null
  const shapes = { line: pathOf('line'), column: pathOf('column'), beyond: pathOf('beyond') }
  drawing.remove()
  return shapes
}

test('what there is is a line, what happened is a column a week, and a week of none has no column', () => {
  expect(shapesOf([5, 6, 7], [], false)).toMatchObject({ column: null, line: expect.stringMatching(/^M.*L.*L/) })

  const perWeek = shapesOf([2, 0, 3], [], true)
  expect(perWeek.line).toBeNull()
  expect(perWeek.column?.match(/M/g)).toHaveLength(2)
})

test('tinted is what there is above the year before, and nothing where it is below', () => {
  const heightsOf = (path: string | null) => new Set([...(path ?? '').matchAll(/[\d.]+ ([\d.]+)/g)].map(([, y]) => y))

  expect(heightsOf(shapesOf([9, 9], [4, 4], false).beyond).size).toBe(2)
  expect(heightsOf(shapesOf([4, 4], [9, 9], false).beyond).size).toBe(1)
})

test('a week that nobody told of leaves a gap', () => {
  expect(shapesOf([1, null, 2], [], false).line?.match(/M/g)).toHaveLength(2)
})
