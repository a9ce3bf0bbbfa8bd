import { expect, test } from 'vitest'
import { fourWeeksEarlier, halfYearUntil, lastFourWeeks } from './half-year.ts'

const WEDNESDAY = '2026-11-25'

test('the half-year is the 26 weeks that are over, Monday to Sunday, and the same a year before', () => {
  expect(halfYearUntil(WEDNESDAY)).toEqual({
    from: '2026-05-25',
    to: '2026-11-22',
    beforeFrom: '2025-05-26',
    beforeTo: '2025-11-23',
  })
})

test('given a Monday, the week that begins is not over', () => {
  expect(halfYearUntil('2026-11-23').to).toBe('2026-11-22')
})

test('28 days end today; the 28 before them end where they begin', () => {
  expect(lastFourWeeks(WEDNESDAY)).toEqual({ from: '2026-10-29', to: '2026-11-25' })
  expect(fourWeeksEarlier(WEDNESDAY)).toEqual({ from: '2026-10-01', to: '2026-10-28' })
})
