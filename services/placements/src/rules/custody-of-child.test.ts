import type { ExitType } from '@vigia/law/closures'
import type { FacilityType } from '@vigia/law/facilities'
import type { Runner } from '@vigia/law/runners-of-places'
import { expect, test } from 'vitest'
import { custodyDuring, custodyOf, type KnownStay } from './custody-of-child.ts'

const day = (n: number) => new Date(Date.UTC(2026, 9, n))
const stay = (
  facilityType: FacilityType,
  from: number,
  to: number | null,
  exitType: ExitType | null = null,
): KnownStay => ({
  ...{ facilityType, exitType, runBy: null },
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

test.each<[FacilityType, Runner | null, string]>([
  ['CASE', 'PPNNA', 'PPNNA'],
  ['EAH', 'FEDERAL_PPNNA', 'PPNNA'],
  ['ALB', 'COMAR', 'COMAR'],
  ['CIM', 'COMAR', 'COMAR'],
  ['CIM', null, 'UNKNOWN'],
  ['CASE', null, 'CAS'],
  ['CASF', 'SNDIF', 'CAS'],
  ['EM', 'PPNNA', 'INM'],
  ['HOSP', 'COMAR', 'HOSPITAL'],
  ['FAM_A', 'PPNNA', 'FOSTER_FAMILY'],
])('in a place of kind %s that is run by %s a child is in the custody of %s', (facilityType, runBy, status) => {
  expect(custodyDuring({ facilityType, runBy })).toBe(status)
})

test.each(['CIM', 'CAIFT', 'CASF', 'CASE', 'CASM', 'CASP', 'EAH', 'MOD', 'ALB', 'VIA'] as const)(
  'given a Procuraduría runs a lodging of kind %s itself, the child is in its guard',
  (facilityType) => {
    expect(custodyDuring({ facilityType, runBy: 'PPNNA' })).toBe('PPNNA')
  },
)
