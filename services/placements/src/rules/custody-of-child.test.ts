import type { ExitType } from '@vigia/law/closures'
import type { FacilityType } from '@vigia/law/facilities'
import { expect, test } from 'vitest'
import { custodyDuring, custodyOf, type KnownStay } from './custody-of-child.ts'

const day = (n: number) => new Date(Date.UTC(2026, 9, n))
const stay = (
  facilityType: FacilityType,
  from: number,
  to: number | null,
  exitType: ExitType | null = null,
): KnownStay => ({
  ...{ facilityType, exitType, operator: null },
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

test.each<[FacilityType, string | null, string]>([
  ['CASE', 'Procuraduría de Protección de NNA', 'PPNNA'],
  ['EAH', 'PROCURADURÍA DE PROTECCIÓN DE NIÑAS, NIÑOS Y ADOLESCENTES DEL ESTADO DE CHIAPAS', 'PPNNA'],
  ['ALB', 'COMAR', 'COMAR'],
  ['CIM', 'Comisión Mexicana de Ayuda a Refugiados', 'COMAR'],
  ['CIM', null, 'UNKNOWN'],
  ['CASE', 'Sistema DIF estatal', 'CAS'],
  ['CASP', 'Procuraduría General de Justicia', 'CAS'],
  ['EM', 'Procuraduría de Protección de NNA', 'INM'],
  ['HOSP', 'COMAR', 'HOSPITAL'],
  ['FAM_A', 'Procuraduría de Protección de NNA', 'FOSTER_FAMILY'],
])('in a place of kind %s that is run by %s a child is in the custody of %s', (facilityType, operator, status) => {
  expect(custodyDuring({ facilityType, operator })).toBe(status)
})
