/** What is taken for a day and for an instant: only what the calendar has, since what is silently moved asks for something else. */
import { expect, test } from 'vitest'
import { DateScalar, DateTime } from './scalars.ts'

test.each([
  ['2026-11-25T16:42:00Z', '2026-11-25T16:42:00.000Z'],
  ['2026-11-25T16:42Z', '2026-11-25T16:42:00.000Z'],
  ['2026-11-25T10:42:00.125-06:00', '2026-11-25T16:42:00.125Z'],
  ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
])('%s is an instant', (written, told) => {
  expect(DateTime.serialize(DateTime.parseValue(written))).toBe(told)
})

test.each([
  ['30 February, which JavaScript takes for 2 March', '2026-02-30T10:00:00Z'],
  ['29 February of a common year', '2026-02-29T10:00:00Z'],
  ['31 November', '2026-11-31T00:00:00Z'],
  ['24 o’clock, which JavaScript takes for the next day', '2026-11-29T24:00:00Z'],
  ['a second that no minute has', '2026-11-29T09:00:60Z'],
  ['an hour without a zone', '2026-11-29T09:00:00'],
  ['a zone that is none', '2026-11-29T09:00:00+25:00'],
  ['a day alone', '2026-11-29'],
  ['the year 0', '0000-06-01T00:00:00Z'],
  ['an instant that is of the year 10000 in UTC', '9999-12-31T23:00:00-06:00'],
  ['a number', 1_795_942_944_000],
])('%s is no instant', (_what, written) => {
  expect(() => DateTime.parseValue(written)).toThrow('Not an instant; write 2026-11-25T16:42:00Z.')
})

test.each(['2026-02-30', '2026-02-29', '2026-13-01', '0000-01-01', '2026-2-3', '', 20_261_125])(
  '%s is no day of the calendar',
  (written) => {
    expect(() => DateScalar.parseValue(written)).toThrow('Not a day of the calendar; write 2026-11-25.')
  },
)

test.each(['2024-02-29', '2026-11-29', '9999-12-31'])('%s is a day of the calendar', (written) => {
  expect(DateScalar.parseValue(written)).toBe(written)
})
