import { expect, test } from 'vitest'
import { STATE_CODES } from '../../words/states.ts'
import { LABEL_PLACES } from './label-places.ts'
import { DIRECTIONS, neighbourOf } from './neighbour.ts'
import { country } from './projection.ts'
import { tiles } from './tiles.ts'

test.each([country, tiles])('on the map of $id all 32 states are reached by arrows alone, from any', ({ shapes }) => {
  for (const start of STATE_CODES) {
    const reached = new Set<string>()
    const waiting = [start]
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      if (reached.has(code)) continue
      reached.add(code)
      for (const direction of Object.values(DIRECTIONS)) waiting.push(neighbourOf(shapes, code, direction))
    }
    expect(reached.size, `from ${start}`).toBe(32)
  }
})

test('each map has the 32 states, and in the country each has a place for its label', () => {
  for (const { shapes } of [country, tiles]) expect(shapes.map(({ code }) => code).toSorted()).toEqual(STATE_CODES)
  expect(Object.keys(LABEL_PLACES).toSorted()).toEqual(STATE_CODES)
})
