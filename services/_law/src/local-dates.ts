/** Days of the calendar as 'YYYY-MM-DD', without a clock and without a zone: arithmetic of local dates. */
import { DAY_IN_MS } from './durations.ts'

/** A day of the calendar: '2026-11-25'. Texts compare as the days do. */
export type LocalDate = string

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists: '2024-02-29' is one, '2023-02-29' is none. */
export function isLocalDate(text: string): text is LocalDate {
  return FORM.test(text) && localDateOfDay(dayNumberOf(text)) === text
}

/** Days since 1 January 1970. */
export function dayNumberOf(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_IN_MS
}

export function localDateOfDay(dayNumber: number): LocalDate {
  const known = dates.get(dayNumber)
  if (known !== undefined) return known
  const date = new Date(dayNumber * DAY_IN_MS).toISOString().slice(0, 10)
  if (dates.size >= DATES_KEPT) dates.clear()
  dates.set(dayNumber, date)
  return date
}

/** Writing a date costs half a microsecond, and millions of rows lie on a few thousand days. */
const dates = new Map<number, LocalDate>()
const DATES_KEPT = 100_000

export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateOfDay(dayNumberOf(date) + days)
}

/** Days from one date to another; negative when the second is earlier. */
export function daysBetween(from: LocalDate, until: LocalDate): number {
  return dayNumberOf(until) - dayNumberOf(from)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: LocalDate): number {
  return weekdayOfDay(dayNumberOf(date))
}

export function weekdayOfDay(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

/** The Monday of its week; weeks run from Monday to Sunday. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

export function firstOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`
}

export function lastOfMonth(date: LocalDate): LocalDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  return localDateOfDay(Date.UTC(year, month, 0) / DAY_IN_MS)
}
