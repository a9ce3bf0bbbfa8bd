import { expect, test } from 'vitest'
import { ALERT_KINDS } from './alert-kinds.ts'
import { thresholdsOf } from './alert-thresholds.ts'
import { codesOf } from './code-list.ts'
import {
  CALENDAR_AUTHORITIES,
  type CalendarAuthority,
  closedDaysOf,
  faultOfSuspension,
  isOneOfEachState,
  keeperOf,
  suspensionsTold,
} from './work-suspensions.ts'
import { addWorkingDays, calendarVersion, isWorkingDay } from './working-days.ts'

/** The week before Christmas of 2026, a Monday to a Friday: a term that would end on the Monday ends a week later. */
const suspension = (authority: CalendarAuthority, state: string | null = null) => ({
  ...{ id: `${authority}${state ?? ''}`, authority, state, from: '2026-12-14', until: '2026-12-18' },
})
const KEEPERS = ['INM', 'COMAR', 'CNDH', 'PPNNA', 'DIF'] as const

test.each(codesOf(CALENDAR_AUTHORITIES))('given %s suspends its work, its own terms end later and no others', (one) => {
  const of = suspension(one, isOneOfEachState(one) ? '07' : null)
  const moved = KEEPERS.filter(
    (keeper) => addWorkingDays('2026-12-11', 1, closedDaysOf(keeper, '07', [of])) !== '2026-12-14',
  )

  expect(moved).toEqual(one === 'FEDERAL_ADMINISTRATION' ? ['INM', 'COMAR'] : [one])
  expect(addWorkingDays('2026-12-11', 1, closedDaysOf(moved[0] ?? 'INM', '07', [of]))).toBe('2026-12-21')
})

test('given the office of one state suspends its work, that of another does not', () => {
  const closed = closedDaysOf('PPNNA', '30', [suspension('PPNNA', '07')])

  expect(isWorkingDay('2026-12-15', closed)).toBe(true)
})

test('every kind of alert with a term of working days has a calendar, and no other has', () => {
  const kinds = codesOf(ALERT_KINDS)
  const inWorkingDays = kinds.filter((kind) => thresholdsOf(kind).some(({ unit }) => unit === 'WORKING_DAYS'))

  expect(kinds.filter((kind) => keeperOf(kind) !== null)).toEqual(inWorkingDays)
})

test.each([
  [suspension('COMAR'), true],
  [suspension('COMAR', '07'), false],
  [suspension('PPNNA', '07'), true],
  [suspension('PPNNA'), false],
  [{ ...suspension('INM'), until: '2026-12-14' }, true],
  [{ ...suspension('INM'), until: '2026-12-13' }, false],
  [{ ...suspension('INM'), until: '2027-03-15' }, true],
  [{ ...suspension('INM'), until: '2027-03-16' }, false],
])('%j is fit to be recorded: %s', (wish, isFit) => {
  expect(faultOfSuspension(wish) === null).toBe(isFit)
})

test('one that is withdrawn holds no more, and the version of the calendar tells of both entries', () => {
  const told = suspensionsTold([
    { ...suspension('INM'), isWithdrawn: true },
    { ...suspension('COMAR'), isWithdrawn: false },
  ])

  expect(told.inForce.map(({ id }) => id)).toEqual(['COMAR'])
  expect(calendarVersion(told.entries)).toMatch(/^\d{4}-\d{2}-\d{2}\+3$/)
})
