/** Days as YYYY-MM-DD in Mexico's time, and sums with them. */

const ZONE = 'America/Mexico_City'
const DAY_IN_MS = 86_400_000
const DAYS_IN_WEEK = 7

const isoDays = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' })

/** The local day in Mexico of an instant. */
export const mexicanDay = (instant: string | Date) => isoDays.format(new Date(instant))

export const addDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_IN_MS).toISOString().slice(0, 10)

/** The end of that day in Mexico City, which keeps one time all year. */
export const endOfDay = (day: string) => `${addDays(day, 1)}T06:00:00.000Z`

/** The instant of a local time in Mexico City, as a field of a form gives it: "2026-11-25T10:00". */
export const instantOfMexico = (local: string) => new Date(`${local}-06:00`).toISOString()

/** The Monday of the week of a day. */
export const mondayOf = (day: string) => addDays(day, -((new Date(day).getUTCDay() + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK))

export const yearOf = (day: string) => Number(day.slice(0, 4))

/** Whole hours between two instants; 0 when the second is earlier. */
export const hoursBetween = (from: string | Date, to: string | Date) =>
  Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 3_600_000))
