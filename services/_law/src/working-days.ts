/**
 * Working days (días hábiles) of the federal administration.
 *
 * Law     Ley Federal de Procedimiento Administrativo art. 28: no Saturdays, Sundays, the dates named below,
 *         nor the days on which an authority suspends its work by an agreement published in the DOF.
 *         The dates are fixed: the Mondays to which labour law moves some of them are working days here.
 * Policy  Article 28 names 1 December of the years in which the federal executive changes hands. Since the
 *         reform of art. 83 of the Constitution (DOF 10-02-2014) that is 1 October, first in 2024; from then
 *         on Vigía leaves 1 October out, not 1 December. A default of Vigía.
 */
import { addDays, dayNumberOf, type LocalDate, localDateOfDay, weekdayOfDay } from './local-dates.ts'

/** Say it beside every figure that rests on working days; raise it with every change of the tables below. */
export const WORKING_CALENDAR_VERSION = '2026-11-25'

const FIXED: ReadonlySet<string> = new Set([
  '01-01',
  '02-05',
  '03-21',
  '05-01',
  '05-05',
  '09-01',
  '09-16',
  '11-20',
  '12-25',
])

/** Days on which work is suspended by an agreement in the DOF. None has been entered yet: each needs its publication. */
const SUSPENSIONS: readonly { from: LocalDate; to: LocalDate; published: LocalDate }[] = []

const FIRST_DAY = dayNumberOf('1990-01-01')
const LAST_DAY = dayNumberOf('2100-12-31')

/** False on the days that art. 28 leaves out. */
export function isWorkingDay(date: LocalDate): boolean {
  return isWorking(dayNumberOf(date))
}

/** Working days after the first date, up to and with the second; 0 when the second is not later. */
export function workingDaysBetween(from: LocalDate, until: LocalDate): number {
  return Math.max(0, countedUntil(dayNumberOf(until)) - countedUntil(dayNumberOf(from)))
}

/** The last day of a term of so many working days that begins to run the day after the date. */
export function addWorkingDays(from: LocalDate, days: number): LocalDate {
  let day = dayNumberOf(from)
  for (let left = days; left > 0; ) {
    day += 1
    if (isWorking(day)) left -= 1
  }
  return localDateOfDay(day)
}

/**
 * The last date whose term of so many working days has wholly passed before today: a term that began on or
 * before it is over. Lets SQL compare dates and leave the calendar here.
 */
export function lastDateOver(today: LocalDate, days: number): LocalDate {
  let day = dayNumberOf(today)
  for (let left = days; left > 0; ) {
    day -= 1
    if (isWorking(day)) left -= 1
  }
  return addDays(localDateOfDay(day), -1)
}

function isWorking(day: number): boolean {
  return countedUntil(day) > countedUntil(day - 1)
}

let counts: Int32Array | null = null

/** Working days from the start of the calendar to that day. */
function countedUntil(day: number): number {
  counts ??= countAll()
  const counted = counts[day - FIRST_DAY + 1]
  if (counted === undefined) throw new RangeError(`The calendar of working days does not know ${localDateOfDay(day)}`)
  return counted
}

function countAll(): Int32Array {
  const all = new Int32Array(LAST_DAY - FIRST_DAY + 2)
  let counted = 0
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
    if (isOpen(day)) counted += 1
    all[day - FIRST_DAY + 1] = counted
  }
  return all
}

function isOpen(day: number): boolean {
  if (weekdayOfDay(day) > 5) return false
  const date = localDateOfDay(day)
  if (FIXED.has(date.slice(5)) || date === handOverDay(Number(date.slice(0, 4)))) return false
  return !SUSPENSIONS.some(({ from, to }) => from <= date && date <= to)
}

/** Every sixth year, as 2024; null in the others. */
function handOverDay(year: number): LocalDate | null {
  if (year % 6 !== 2) return null
  return year < 2024 ? `${year}-12-01` : `${year}-10-01`
}
