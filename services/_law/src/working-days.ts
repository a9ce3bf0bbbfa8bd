/**
 * Working days (días hábiles) of the federal administration.
 *
 * Law     Ley Federal de Procedimiento Administrativo art. 28: no Saturdays, Sundays, the dates named below,
 *         nor the days on which an authority suspends its work by an agreement published in the DOF: work-suspensions.ts.
 *         The dates are fixed: the Mondays to which labour law moves some of them are working days here.
 * Policy  Article 28 names 1 December of the years in which the federal executive changes hands. Since the
 *         reform of art. 83 of the Constitution (DOF 10-02-2014) that is 1 October, first in 2024; from then
 *         on Vigía leaves 1 October out, not 1 December. A default of Vigía.
 */
import { addDays, dayNumberOf, type LocalDate, localDateOfDay, weekdayOfDay } from './local-dates.ts'

/** Of the dates below; raise it with every change of them. Figures say it with the suspensions in it: `calendarVersion`. */
const STATUTE_VERSION = '2026-11-25'

/**
 * The version of the calendar to be said beside figures that rest on working days, as "2026-11-25+3": that of the dates of art. 28, and how
 * many entries on suspensions of work are in it, whether they record or withdraw one.
 */
export function calendarVersion(entries: number): string {
  return `${STATUTE_VERSION}+${entries}`
}

/** Days on which an authority suspends its work, by their number (local-dates); each with the id of the suspension. */
export type ClosedDays = ReadonlyMap<number, string>

const NONE: ClosedDays = new Map()

const FIXED: readonly string[] = ['01-01', '02-05', '03-21', '05-01', '05-05', '09-01', '09-16', '11-20', '12-25']

const [FIRST_YEAR, LAST_YEAR] = [1990, 2100]
const FIRST_DAY = dayNumberOf(`${FIRST_YEAR}-01-01`)
const LAST_DAY = dayNumberOf(`${LAST_YEAR}-12-31`)

/** False on the days that art. 28 leaves out, and on those on which the authority has suspended its work. */
export function isWorkingDay(date: LocalDate, closed: ClosedDays = NONE): boolean {
  return isWorking(dayNumberOf(date), closed)
}

/** The last day of a term of so many working days that begins to run the day after the date. */
export function addWorkingDays(from: LocalDate, days: number, closed: ClosedDays = NONE): LocalDate {
  let day = dayNumberOf(from)
  for (let left = days; left > 0; ) {
    day += 1
    if (isWorking(day, closed)) left -= 1
  }
  return localDateOfDay(day)
}

/**
 * The last date whose term of so many working days has wholly passed before today: a term that began on or
 * before it is over. Lets SQL compare dates and leave the calendar here.
 */
export function lastDateOver(today: LocalDate, days: number, closed: ClosedDays = NONE): LocalDate {
  let day = dayNumberOf(today)
  for (let left = days; left > 0; ) {
    day -= 1
    if (isWorking(day, closed)) left -= 1
  }
  return addDays(localDateOfDay(day), -1)
}

let openDays: Uint8Array | null = null

function isWorking(day: number, closed: ClosedDays): boolean {
  openDays ??= calendar()
  const open = openDays[day - FIRST_DAY]
  if (open === undefined) throw new RangeError(`The calendar of working days does not know ${localDateOfDay(day)}`)
  return open === 1 && !closed.has(day)
}

/** 1 for each day that is open. Only the named dates are read as dates: every program that starts makes this, of forty thousand days. */
function calendar(): Uint8Array {
  const open = Uint8Array.from({ length: LAST_DAY - FIRST_DAY + 1 }, (_, i) =>
    weekdayOfDay(FIRST_DAY + i) > 5 ? 0 : 1,
  )
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (const date of FIXED) open[dayNumberOf(`${year}-${date}`) - FIRST_DAY] = 0
    const handOver = handOverDay(year)
    if (handOver) open[dayNumberOf(handOver) - FIRST_DAY] = 0
  }
  return open
}

/** Every sixth year, as 2024; null in the others. */
function handOverDay(year: number): LocalDate | null {
  if (year % 6 !== 2) return null
  return year < 2024 ? `${year}-12-01` : `${year}-10-01`
}
