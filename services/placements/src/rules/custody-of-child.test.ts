import type { ExitType } from '@vigia/law/closures'
import type { FacilityType } from '@vigia/law/facilities'
import { expect, test } from 'vitest'
import { custodyOf, type KnownStay } from './custody-of-child.ts'

const day = (n: number) => new Date(Date.UTC(2026, 9, n))
const stay = (
  facilityType: FacilityType,
  from: number,
  to: number | null,
  exitType: ExitType | null = null,
): KnownStay => ({
  ...{ facilityType, exitType },
  enteredAt: day(from),
  leftAt: to === null ? null : day(to),
})

test.each<[string, KnownStay[], string | null, number]>([
  ['nothing known', [], null, 0],
  ['held by INM', [stay('EM', 1, null)], 'INM', 1],
  ['in a referral centre, which is never care', [stay('CCAN', 1, null)], 'REFERRAL_CENTER', 1],
  ['moved to a centre and there', [stay('CCAN', 1, 2, 'TRANSFER_TO_CAS'), stay('CASE', 2, null)], 'CAS', 2],
  ['moved, and nobody says where', [stay('CCAN', 1, 2, 'TRANSFER_TO_CAS')], 'IN_TRANSFER', 2],
  ['gone on', [stay('CASE', 1, 5, 'CONTINUED_ROUTE')], 'UNAUTHORISED_EXIT', 5],
  ['left, and nobody says how', [stay('CASE', 1, 5)], 'UNKNOWN', 5],
  ['whatever the order in which it is told', [stay('FAM_E', 6, null), stay('CASE', 1, 5)], 'EXTENDED_FAMILY', 6],
])('given a child %s', (_situation, stays, status, since) => {
  expect(custodyOf(stays)).toEqual(status && { status, since: day(since) })
})
