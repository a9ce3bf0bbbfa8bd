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

/** The hour in which an instant falls. Partners are told it in the place of the instant, so that two of them cannot lay their answers side by side. */
export function hourOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / HOUR_IN_MS) * HOUR_IN_MS)
}
