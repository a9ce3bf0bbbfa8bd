/**
 * The local date and time in Mexico City of an instant, and the instant of a local date and time.
 * Mexico gave up summer time on 30 October 2022 (Ley de los Husos Horarios, DOF 28-10-2022), but the border
 * and Quintana Roo keep clocks of their own: Vigía counts days by Mexico City everywhere, which is a default of its own.
 */
import { DAY_IN_MS } from './durations.ts'
import { addDays, dayNumberOf, type LocalDate, localDateOfDay } from './local-dates.ts'
import { MEXICO_TIME_ZONE } from './states.ts'

/** The Mexican day on which the instant falls. */
export function localDateOf(instant: Date): LocalDate {
  return localDateOfDay(Math.floor(localMsOf(instant) / DAY_IN_MS))
}

/**
 * The last instant at which something may have been that stands at `at`: what a file tells without an hour stands at the midnight with
 * which its day begins (`pastInstant`), and of that it is known that it was on that day and no more. One that was at midnight is
 * taken for one without an hour. `outbox.mx_at_latest` in SQL says the same.
 */
export function atTheLatest(at: Date): Date {
  const day = localDateOf(at)
  return at.getTime() === instantOf(day).getTime() ? new Date(instantOf(addDays(day, 1)).getTime() - 1) : at
}

/** 'YYYY-MM-DD HH:MM' on the Mexican clock. */
export function localDateTimeOf(instant: Date): string {
  return new Date(localMsOf(instant)).toISOString().slice(0, 16).replace('T', ' ')
}

/**
 * The instant at which the Mexican clock shows that day and time; midnight when no time is given. An hour
 * that the clock shows twice is the first of the two; one that it skips is moved on by the skip.
 */
export function instantOf(date: LocalDate, hours = 0, minutes = 0, seconds = 0): Date {
  const shown = dayNumberOf(date) * DAY_IN_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000
  if (!Number.isFinite(shown)) throw new RangeError(`Not a local time: "${date}" ${hours}:${minutes}`)
  const first = shown - offsetAt(shown - DAY_IN_MS)
  if (first + offsetAt(first) === shown) return new Date(first)
  const second = shown - offsetAt(shown + DAY_IN_MS)
  return new Date(second + offsetAt(second) === shown ? second : first)
}

function localMsOf(instant: Date): number {
  const ms = instant.getTime()
  if (Number.isNaN(ms)) throw new RangeError('Not an instant')
  return ms + offsetAt(ms)
}

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: MEXICO_TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** By UTC day: its offset, or null for the few days on which the clock changes. */
const offsetOfDay = new Map<number, number | null>()

/** Milliseconds to add to UTC; about -6 hours. Asks Intl twice a day of the calendar and remembers. */
function offsetAt(ms: number): number {
  const day = Math.floor(ms / DAY_IN_MS)
  let offset = offsetOfDay.get(day)
  if (offset === undefined) {
    const morning = exactOffsetAt(day * DAY_IN_MS)
    offset = morning === exactOffsetAt((day + 1) * DAY_IN_MS - 1) ? morning : null
    offsetOfDay.set(day, offset)
  }
  return offset ?? exactOffsetAt(ms)
}

function exactOffsetAt(ms: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of clock.formatToParts(ms)) part[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000
}
