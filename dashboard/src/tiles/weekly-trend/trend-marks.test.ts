import { describe, expect, test } from 'vitest'
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

describe('the name of the gap', () => {
  const DAY_IN_MS = 86_400_000
  const room = { width: 14 * DAY_IN_MS, height: 4 }
  const of = (...counts: readonly (readonly [detected: number, opened: number | null])[]) =>
    counts.map(([detected, opened], week) => ({ from: '', at: week * 7 * DAY_IN_MS, detected, opened }))

  test('stands in the middle of where the lines are furthest apart', () => {
    const [low, high] = [
      [10, 6],
      [30, 8],
    ] as const
    expect(gapPlaceOf(of(low, low, low, high, high, high, low), room)).toEqual({ at: 28 * DAY_IN_MS, middle: 19 })
  })

  test('stands nowhere where one of the lines would cross it', () => {
    expect(gapPlaceOf(of([30, 8], [9, 8], [30, 8], [9, 8], [30, 8]), room)).toBeNull()
    expect(gapPlaceOf(of([9, 8], [9, 7], [9, 8], [9, 7]), room)).toBeNull()
  })

  test('stands beside the line of a law or a ruling, and not on it', () => {
    const beginning = Date.parse('2023-03-15') - 21 * DAY_IN_MS
    const weeksAround = of([30, 8], [30, 8], [30, 8], [40, 8], [30, 8], [30, 8], [30, 8])
    const here = weeksAround.map((week) => ({ ...week, at: week.at + beginning }))

    expect(gapPlaceOf(here, room)?.at).toBe(beginning + 7 * DAY_IN_MS)
  })

  test('stands nowhere beyond the lines, or where one is not known', () => {
    expect(gapPlaceOf(of([30, 8], [30, null], [30, 8]), room)).toBeNull()
    expect(gapPlaceOf(of([30, 8], [30, 8]), room)).toBeNull()
    expect(gapPlaceOf([], room)).toBeNull()
  })
})
