import type { FacilityType } from '@vigia/law/facilities'
import { expect, test } from 'vitest'
import { heldAmong } from './detention.ts'

const NOW = new Date('2026-11-25T18:00:00Z')
const aStay = (facilityType: FacilityType, hours: number) => ({
  facilityType,
  enteredAt: new Date(NOW.getTime() - hours * 3_600_000),
})

test.each([
  ['CCAN', 'inReferralCenters'],
  ['EM', 'inProhibitedPlaces'],
  ['EPA', 'inProhibitedPlaces'],
  ['EPB', 'inProhibitedPlaces'],
  ['LH', 'inProhibitedPlaces'],
  ['OR', 'inOtherAdHocPlaces'],
  ['PTO', 'inOtherAdHocPlaces'],
] as const)('given a child in %s, it is counted as %s and nowhere else', (facilityType, figure) => {
  const { over36Hours: _, heldSince: __, ...places } = heldAmong([aStay(facilityType, 1)], NOW)

  expect(places).toEqual({ inReferralCenters: 0, inProhibitedPlaces: 0, inOtherAdHocPlaces: 0, [figure]: 1 })
})

test.each(['CIM', 'CASE', 'ALB', 'HOSP', 'FAM_E', 'VIA'] as const)('given a child in %s, nobody is held', (type) => {
  expect(heldAmong([aStay(type, 100)], NOW)).toMatchObject({ over36Hours: 0, heldSince: null })
})

test.each([
  [35.99, 0],
  [36, 1],
  [36.01, 1],
])('given %s hours in a referral centre, %s is over 36 hours', (hours, count) => {
  expect(heldAmong([aStay('CCAN', hours)], NOW).over36Hours).toBe(count)
})

test('the longest held is the one who entered first, wherever', () => {
  expect(heldAmong([aStay('CCAN', 5), aStay('EM', 70), aStay('OR', 9)], NOW).heldSince).toEqual(
    aStay('EM', 70).enteredAt,
  )
  expect(heldAmong([aStay('CCAN', 5), aStay('EM', 7), aStay('OR', 90)], NOW)).toMatchObject({
    over36Hours: 1,
    heldSince: aStay('OR', 90).enteredAt,
  })
})
