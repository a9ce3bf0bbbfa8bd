import { expect, test } from 'vitest'
import { severityOfWaiting } from './unprocessed-verdict.ts'

const asOf = '2026-11-25T12:00:00Z'
const hoursBefore = (hours: number) => new Date(Date.parse(asOf) - hours * 3_600_000).toISOString()

test.each([
  [23, null],
  [24, 'amber'],
  [71, 'amber'],
  [72, 'red'],
  [839, 'red'],
] as const)('given the oldest notice waits %i hours, within five working days, it is %s', (hours, severity) => {
  expect(severityOfWaiting({ unprocessed: 1, overdue: 0, asOf, oldestNotifiedAt: hoursBefore(hours) })).toBe(severity)
})

test('given one waits for more than five working days, it is critical, as the alert of that child is', () => {
  expect(severityOfWaiting({ unprocessed: 9, overdue: 1, asOf, oldestNotifiedAt: hoursBefore(170) })).toBe('critical')
})

test('given none waits, there is nothing to blame', () => {
  expect(severityOfWaiting({ unprocessed: 0, overdue: 0, asOf, oldestNotifiedAt: null })).toBeNull()
})
