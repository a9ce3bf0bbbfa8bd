import { expect, test } from 'vitest'
import { backlogAgeOf } from './backlog-ages.ts'
import { instantOf } from './mexican-time.ts'

/** Wednesday 25 November 2026, noon; Friday the 20th was no working day. */
const now = instantOf('2026-11-25', 12)

test.each([
  ['2026-11-25', 11, 59, 'UNDER_24_HOURS'],
  ['2026-11-24', 12, 1, 'UNDER_24_HOURS'],
  ['2026-11-24', 12, 0, 'FROM_24_TO_72_HOURS'],
  ['2026-11-22', 12, 1, 'FROM_24_TO_72_HOURS'],
  ['2026-11-22', 12, 0, 'FROM_72_HOURS_TO_5_WORKING_DAYS'],
  ['2026-11-17', 0, 0, 'FROM_72_HOURS_TO_5_WORKING_DAYS'],
  ['2026-11-16', 23, 59, 'OVER_5_WORKING_DAYS'],
  ['2021-01-01', 0, 0, 'OVER_5_WORKING_DAYS'],
] as const)('notified on %s at %i:%i, without a case: %s', (date, hours, minutes, age) => {
  expect(backlogAgeOf(instantOf(date, hours, minutes), now)).toBe(age)
})
