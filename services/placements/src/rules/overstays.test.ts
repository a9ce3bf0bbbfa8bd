import { expect, test } from 'vitest'
import { overstayOf } from './overstays.ts'

const NOW = new Date('2026-06-10T15:00:00Z')
const since = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

test.each([
  ['EM', 0, 'HELD_IN_PROHIBITED_PLACE'],
  ['LH', 40, 'HELD_IN_PROHIBITED_PLACE'],
  ['EM', -1, null],
  ['CCAN', 35.9, null],
  ['CCAN', 36, 'HELD_OVER_36_HOURS'],
  ['OR', 36, 'HELD_OVER_36_HOURS'],
  ['PTO', 2, null],
  ['CASE', 4_000, null],
  ['FAM_O', 4_000, null],
] as const)('a stay in %s since %d hours is %s', (facilityType, hours, kind) => {
  expect(overstayOf({ facilityType, enteredAt: since(hours) }, NOW)).toBe(kind)
})
