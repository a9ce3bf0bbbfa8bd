/** Instants as tests say them, and as authorities write them: local time of Mexico City, dd/mm/aaaa HH:MM. */

const HOUR_IN_MS = 3_600_000
const WRITTEN = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/Mexico_City',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
})

export function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * HOUR_IN_MS)
}

export const daysAgo = (days: number): Date => hoursAgo(24 * days)

/** `25/11/2026 08:05` */
export function written(instant: Date): string {
  return WRITTEN.format(instant).replace(', ', ' ')
}

/** `25/11/2026` */
export const writtenDay = (instant: Date): string => written(instant).slice(0, 10)

/** Argument of a field: the year until today. A year of the calendar is over one day, and what tests put into the last weeks with it. */
export const lastYear = (): string => `period: { from: "${localDay(daysAgo(365))}", to: "${localDay(new Date())}" }`

/** `2026-11-25`: the local date. */
export function localDay(instant: Date): string {
  const [day, month, year] = writtenDay(instant).split('/')
  return `${year}-${month}-${day}`
}
