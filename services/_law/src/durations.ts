/** Lengths of time on the clock. The law's hours run day and night; working days stand in working-days.ts. */
export const HOUR_IN_MS = 3_600_000
export const DAY_IN_MS = 86_400_000

/** Hours from one instant to a later one, with fractions; 0 when the second is not later. */
export function hoursBetween(from: Date, until: Date): number {
  return Math.max(0, (until.getTime() - from.getTime()) / HOUR_IN_MS)
}

/** Whole hours from one instant to a later one; 0 when the second is not later. */
export function wholeHoursBetween(from: Date, until: Date): number {
  return Math.floor(hoursBetween(from, until))
}

/** The instant that many hours later. */
export function addHours(from: Date, hours: number): Date {
  return new Date(from.getTime() + hours * HOUR_IN_MS)
}
