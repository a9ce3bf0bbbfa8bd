import { expect, test } from 'vitest'
import { carersNeeded } from './carers.ts'

test.each([
  [0, 0, 0],
  [1, 0, 1],
  [4, 0, 1],
  [5, 0, 2],
  [0, 8, 1],
  [0, 9, 2],
  [2, 4, 1],
  [2, 5, 2],
  [3, 17, 3],
])('%i under one year and %i others want %i', (infants, others, needed) => {
  expect(carersNeeded({ infants, others })).toBe(needed)
})
