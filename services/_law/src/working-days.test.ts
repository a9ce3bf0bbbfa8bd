import { describe, expect, test } from 'vitest'
import { addDays, dayNumberOf } from './local-dates.ts'
import { addWorkingDays, isWorkingDay, lastDateOver } from './working-days.ts'

describe('a working day', () => {
  test.each([
    ['2026-11-25', true, 'a Wednesday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-01-01', false, 'New Year'],
    ['2026-02-05', false, 'Constitution day, on its date'],
    ['2026-02-02', true, 'the Monday to which labour law moves it'],
    ['2025-03-21', false, 'the birth of Juárez'],
    ['2026-05-01', false, 'labour day'],
    ['2026-05-05', false, 'the battle of Puebla'],
    ['2026-09-01', false, 'the report of the executive'],
    ['2026-09-16', false, 'independence'],
    ['2026-11-20', false, 'the revolution'],
    ['2026-12-25', false, 'Christmas'],
    ['2026-12-24', true, 'the day before Christmas'],
    ['2006-12-01', false, 'a hand-over of the executive'],
    ['2017-12-01', true, 'no hand-over'],
    ['2024-10-01', false, 'the first hand-over in October'],
    ['2024-12-02', true, 'December of that year'],
    ['2023-10-02', true, 'no hand-over'],
    ['2030-10-01', false, 'the next hand-over'],
  ])('%s: %s, %s', (date, working) => {
    expect(isWorkingDay(date)).toBe(working)
  })
})

describe('a term of working days', () => {
  test.each([
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-16', 5, '2026-11-24'],
    ['2024-09-27', 5, '2024-10-07'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2024-01-08', 45, '2024-03-12'],
  ])('that begins after %s and has %i days ends on %s', (from, days, last) => {
    expect(addWorkingDays(from, days)).toBe(last)
  })

  test('does not run beyond the calendar', () => {
    expect(() => addWorkingDays('1980-01-01', 1)).toThrow(RangeError)
  })

  test('leaves out the days on which the authority is closed, and those only', () => {
    const closed = new Map([[dayNumberOf('2026-11-24'), 'a suspension']])

    expect(addWorkingDays('2026-11-23', 1, closed)).toBe('2026-11-25')
    expect(addWorkingDays('2026-11-24', 1, closed)).toBe('2026-11-25')
    expect(lastDateOver('2026-11-26', 1, closed)).toBe('2026-11-24')
    expect(lastDateOver('2026-11-25', 1, closed)).toBe('2026-11-22')
  })

  test('is over on the dates up to lastDateOver, and on no later one', () => {
    for (let today = '2024-01-02'; today < '2027-01-01'; today = addDays(today, 1)) {
      const last = lastDateOver(today, 5)
      expect(addWorkingDays(last, 5) < today, `${last} seen on ${today}`).toBe(true)
      expect(addWorkingDays(addDays(last, 1), 5) < today, `the day after ${last} seen on ${today}`).toBe(false)
    }
  })
})
