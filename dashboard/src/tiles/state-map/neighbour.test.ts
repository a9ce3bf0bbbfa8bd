import { expect, test } from 'vitest'
import { STATE_CODES } from '../../words/states.ts'
import { LABEL_PLACES } from './label-places.ts'
import { DIRECTIONS, neighbourOf } from './neighbour.ts'
import { shapes } from './projection.ts'

test('all 32 states are reached by arrows alone, from any of them', () => {
  for (const start of STATE_CODES) {
    const reached = new Set<string>()
    const waiting = [start]
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      if (reached.has(code)) continue
      reached.add(code)
      for (const direction of Object.values(DIRECTIONS)) waiting.push(neighbourOf(code, direction))
    }
    expect(reached.size, `from ${start}`).toBe(32)
  }
})

test('the geometry has the 32 states, and each has a place for its label', () => {
  expect(shapes.map(({ code }) => code).toSorted()).toEqual(STATE_CODES)
  expect(Object.keys(LABEL_PLACES).toSorted()).toEqual(STATE_CODES)
})
