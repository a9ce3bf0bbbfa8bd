import { expect, test } from 'vitest'
import { severityOfHeld } from './held-verdict.ts'

test.each([
  ['nobody is held', [0, 0, 0, null], null],
  ['somebody is, for less than 3 hours', [1, 0, 0, 2], null],
  ['for 3 hours', [1, 0, 0, 3], 'amber'],
  ['for 23 hours', [1, 0, 0, 23], 'amber'],
  ['for 24 hours', [1, 0, 0, 24], 'red'],
  ['one is past 36 hours', [5, 0, 1, 40], 'critical'],
  ['one is where the law forbids it, from the first hour', [1, 1, 0, 0], 'critical'],
] as const)('given %s', (_what, [heldNow, inProhibitedPlaces, over36Hours, longestHours], severity) => {
  expect(severityOfHeld({ heldNow, inProhibitedPlaces, over36Hours, longestHours })).toBe(severity)
})
