import { describe, expect, test } from 'vitest'
import { addDays } from './local-dates.ts'
import { atTheLatest, instantOf, localDateOf, localDateTimeOf } from './mexican-time.ts'

describe('the Mexican clock', () => {
  test.each([
    ['2021-01-01T05:59:59Z', '2020-12-31 23:59'],
    ['2021-01-01T06:00:00Z', '2021-01-01 00:00'],
    ['2022-07-01T04:59:00Z', '2022-06-30 23:59'],
    ['2022-07-01T05:00:00Z', '2022-07-01 00:00'],
    ['2023-07-01T05:00:00Z', '2023-06-30 23:00'],
    ['2023-07-01T06:00:00Z', '2023-07-01 00:00'],
    ['2022-04-03T07:59:00Z', '2022-04-03 01:59'],
    ['2022-04-03T08:00:00Z', '2022-04-03 03:00'],
    ['2022-10-30T06:59:00Z', '2022-10-30 01:59'],
    ['2022-10-30T07:00:00Z', '2022-10-30 01:00'],
    ['2026-11-25T12:00:00.999Z', '2026-11-25 06:00'],
  ])('at %s shows %s', (instant, shown) => {
    expect(localDateTimeOf(new Date(instant))).toBe(shown)
    expect(localDateOf(new Date(instant))).toBe(shown.slice(0, 10))
  })

  test('has no reading of what is no instant', () => {
    expect(() => localDateOf(new Date('no date'))).toThrow(RangeError)
    expect(() => instantOf('no date')).toThrow(RangeError)
  })
})

test.each([
  ['without an hour, until the end of its day', '2026-11-25T06:00:00Z', '2026-11-26T05:59:59.999Z'],
  ['in summer time, which was there', '2022-07-01T05:00:00Z', '2022-07-02T04:59:59.999Z'],
  ['at an hour, then', '2026-11-25T06:01:00Z', '2026-11-25T06:01:00Z'],
  ['at the midnight of another clock, then', '2026-11-25T00:00:00Z', '2026-11-25T00:00:00Z'],
])('what is told %s', (_how, at, latest) => {
  expect(atTheLatest(new Date(at))).toEqual(new Date(latest))
})

describe('the instant of a local time', () => {
  test.each([
    ['2021-06-15', 0, 0, '2021-06-15T05:00:00.000Z'],
    ['2021-12-15', 0, 0, '2021-12-15T06:00:00.000Z'],
    ['2023-06-15', 0, 0, '2023-06-15T06:00:00.000Z'],
    ['2026-11-25', 6, 30, '2026-11-25T12:30:00.000Z'],
    ['2022-10-30', 0, 0, '2022-10-30T05:00:00.000Z'],
    ['2022-10-30', 3, 0, '2022-10-30T09:00:00.000Z'],
  ])('%s %i:%i is %s', (date, hours, minutes, instant) => {
    expect(instantOf(date, hours, minutes).toISOString()).toBe(instant)
  })

  test('shown twice, it is the first of the two; skipped, it is moved on', () => {
    expect(instantOf('2022-10-30', 1, 30).toISOString()).toBe('2022-10-30T06:30:00.000Z')
    expect(localDateTimeOf(instantOf('2022-04-03', 2, 30))).toBe('2022-04-03 03:30')
  })

  test('is on that day for every midnight and every last minute from 2014 to 2027', () => {
    for (let day = '2014-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
      expect(localDateTimeOf(instantOf(day))).toBe(`${day} 00:00`)
      expect(localDateTimeOf(instantOf(day, 23, 59))).toBe(`${day} 23:59`)
    }
  })
})
