import type { FacilityType } from '@vigia/law/facilities'
import { expect, test } from 'vitest'
import { inCareAmong, placesOfBoth } from './care.ts'

const NOW = new Date('2026-11-25T18:00:00Z')
const aStay = (facilityType: FacilityType, entered: string) => ({ facilityType, enteredAt: new Date(entered) })

test.each([
  ['CASE', 1],
  ['CIM', 1],
  ['ALB', 1],
  ['HOSP', 1],
  ['FAM_O', 0],
  ['FAM_A', 0],
  ['VIA', 0],
  ['CCAN', 0],
  ['EM', 0],
] as const)('given a child in %s, %s is in care', (facilityType, count) => {
  expect(inCareAmong([aStay(facilityType, '2026-11-01T00:00:00Z')], NOW).childrenNow).toBe(count)
})

test.each([
  ['2025-11-25T18:00:00Z', 1],
  ['2025-11-25T18:00:01Z', 0],
  ['2024-01-01T00:00:00Z', 1],
])('given an entry at %s, %s is there for over one year', (entered, count) => {
  expect(inCareAmong([aStay('CASE', entered)], NOW).overOneYear).toBe(count)
})

test('a year is of 365 days, over a 29 February too, as the alert A25 counts it', () => {
  const entered = (at: string) => inCareAmong([aStay('CASE', at)], new Date('2028-03-01T18:00:00Z')).overOneYear

  expect([entered('2027-03-02T18:00:00Z'), entered('2027-03-02T18:00:01Z')]).toEqual([1, 0])
})

const NONE = { centers: 0, capacity: 0 }
const UNTOLD = { centers: 1, capacity: null }
const FORTY = { centers: 2, capacity: 40 }

test.each([
  ['the only centre does not say how many places it has', UNTOLD, NONE, null],
  ['no centre says it', UNTOLD, UNTOLD, null],
  ['some say it', UNTOLD, FORTY, 40],
  ['all say it', FORTY, FORTY, 80],
  ['there is no centre', NONE, NONE, 0],
  ['a centre says that it has none', { centers: 1, capacity: 0 }, NONE, 0],
] as const)('given %s, places that are unknown are not 0', (_, a, b, places) => {
  expect([placesOfBoth(a, b), placesOfBoth(b, a)]).toEqual([places, places])
})
