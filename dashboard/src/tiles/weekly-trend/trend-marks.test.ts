import { expect, test } from 'vitest'
import { gapPlaceOf, ticksUpTo, yearsIn } from './trend-marks.ts'

test.each([
  [3_431, [0, 1_000, 2_000, 3_000, 4_000]],
  [69, [0, 20, 40, 60, 80]],
  [1, [0, 1]],
  [0, [0]],
])('up to %i there are round steps from zero', (highest, ticks) => expect(ticksUpTo(highest)).toEqual(ticks))

const weeks = [
  { from: '2024-12-30', at: Date.parse('2024-12-30'), detected: 10, opened: 2 },
  { from: '2025-01-06', at: Date.parse('2025-01-06'), detected: 30, opened: null },
]

test('years begin on the first of January, the first where the data begin', () => {
  expect(yearsIn(weeks)).toEqual([Date.parse('2024-12-30'), Date.parse('2025-01-01')])
})

test('the gap is named in its middle, and only where both lines are known', () => {
  expect(gapPlaceOf(weeks)).toMatchObject({ at: Date.parse('2024-12-30'), middle: 6 })
  expect(gapPlaceOf([])).toBeNull()
})
