import { expect, test } from 'vitest'
import { addHours, hoursBetween, wholeHoursBetween } from './durations.ts'

const noon = new Date('2026-11-25T12:00:00Z')

test.each([
  ['2026-11-25T12:59:59Z', 0],
  ['2026-11-25T13:00:00Z', 1],
  ['2026-11-27T00:00:00Z', 36],
  ['2026-11-25T11:00:00Z', 0],
])('until %s there are %i whole hours', (until, hours) => {
  expect(wholeHoursBetween(noon, new Date(until))).toBe(hours)
})

test('parts of an hour count where asked for', () => {
  expect(hoursBetween(noon, addHours(noon, 1.5))).toBe(1.5)
})
