import { expect, test } from 'vitest'
import { addDays, daysBetween, firstOfMonth, isLocalDate, lastOfMonth, mondayOf, weekdayOf } from './local-dates.ts'

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-13-01', false],
  ['2024-00-10', false],
  ['2024-1-1', false],
  ['24-01-01', false],
  ['', false],
  ['2024-01-01T00:00', false],
])('"%s" is a day of the calendar: %s', (text, yes) => {
  expect(isLocalDate(text)).toBe(yes)
})

test.each([
  ['2026-11-23', 1, '2026-11-23'],
  ['2026-11-25', 3, '2026-11-23'],
  ['2026-11-29', 7, '2026-11-23'],
  ['2026-11-30', 1, '2026-11-30'],
  ['1970-01-01', 4, '1969-12-29'],
  ['1969-12-28', 7, '1969-12-22'],
])('%s is day %i of the week that begins on %s', (date, weekday, monday) => {
  expect(weekdayOf(date)).toBe(weekday)
  expect(mondayOf(date)).toBe(monday)
})

test.each([
  ['2024-02-10', '2024-02-01', '2024-02-29'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
])('the month of %s runs from %s to %s', (date, first, last) => {
  expect(firstOfMonth(date)).toBe(first)
  expect(lastOfMonth(date)).toBe(last)
})

test('days are added and counted over months, years and changes of the clock', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2022-04-02', 1)).toBe('2022-04-03')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2020-01-01', '2021-01-01')).toBe(366)
  expect(daysBetween('2021-01-02', '2021-01-01')).toBe(-1)
})
