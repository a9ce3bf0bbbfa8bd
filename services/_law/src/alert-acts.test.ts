/** For how long somebody may say that he sees to an alert, and which alerts may be silenced. */
import { expect, test } from 'vitest'
import { acknowledgedUntilAtMost, isSilenceable, SILENCED_FOR_DAYS } from './alert-acts.ts'
import { ALERT_SEVERITIES } from './alert-kinds.ts'
import { codesOf } from './code-list.ts'

const NOON = new Date('2026-11-20T12:00:00Z')

test.each([
  ['AMBER', '2026-12-04T12:00:00Z'],
  ['RED', '2026-12-04T12:00:00Z'],
  ['CRITICAL', '2026-11-23T12:00:00Z'],
] as const)('what is %s may be seen to until %s, and then somebody says so again', (severity, until) => {
  expect(acknowledgedUntilAtMost(severity, NOON)).toEqual(new Date(until))
})

test('what is critical is never silent, and no silence hides a second Monday', () => {
  expect(codesOf(ALERT_SEVERITIES).filter(isSilenceable)).toEqual(['AMBER', 'RED'])
  expect(SILENCED_FOR_DAYS).toBe(7)
})
