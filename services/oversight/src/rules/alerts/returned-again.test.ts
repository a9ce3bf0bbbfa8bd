/** A16 of a child who was returned, came back and is returned again: what permitted the one return permits no other. */
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import {
  aChild,
  aFind,
  coursesOf,
  days,
  decided,
  departed,
  gravityAt,
  planned,
} from '../../../../../tests/support/builders/picture.ts'
import { returnWithoutDetermination } from './return-without-determination.ts'

const plan = planned()
const returnPlans = [plan]
const returns = [departed()]

/** Permitted on the fifth day, returned on the ninth, found again on the twentieth. */
const backAgain = {
  determinations: [decided()],
  detections: [aFind(), aFind({ id: 'again', at: days(20) })],
}
const second = departed({ id: 'second', folio: 'R2', at: days(30) })
const secondPlan = { ...plan, id: 'second', folio: 'R2', at: days(25) }
const anew = decided({ id: 'bid2', at: days(26) })
test.each([
  ['executed by what permitted the return before', { returns: [...returns, second] }, 'CRITICAL'],
  ['executed by what was determined since', { returns: [...returns, second], determinations: [decided(), anew] }, null],
  ['planned by what permitted the return before', { returns, returnPlans: [secondPlan] }, 'CRITICAL'],
  ['planned, determined since', { returns, returnPlans: [secondPlan], determinations: [decided(), anew] }, null],
  ['executed, the return before a transfer', { returns: [departed({ returnType: 'TRANSFER' }), second] }, null],
  ['executed, told twice, not found in between', { returns: [...returns, second], detections: [aFind()] }, null],
  [
    'executed on the day of the find, at an hour that nobody tells',
    { returns: [...returns, departed({ ...second, at: instantOf('2026-11-23') })] },
    'CRITICAL',
  ],
  [
    'executed on the day of the find, before it',
    { returns: [...returns, departed({ ...second, at: instantOf('2026-11-23', 11, 59) })] },
    null,
  ],
  [
    'executed, found again on the day of the return',
    { returns: [...returns, second], detections: [aFind({ at: days(9.1) })] },
    null,
  ],
] as const)('A16 a second return %s', (_given, more, expected) => {
  expect(gravityAt(returnWithoutDetermination, aChild({ ...backAgain, ...more }), days(31))).toBe(expected)
})

test('A16 what permitted the first return stays what ended the alert of its plan', () => {
  const child = aChild({ ...backAgain, returnPlans, returns: [...returns, second] })

  expect(coursesOf(returnWithoutDetermination, child).map(({ ending }) => ending?.id ?? null)).toEqual([
    'bid',
    'bid',
    null,
  ])
})
