/** The minute of Mexico City's wall clock at an instant: UTC-6 all year since 2022. */
import { HOUR, type Minute, minuteOf } from '../calendar.ts'

export function localMinute(now: Date): Minute {
  return Math.floor(now.getTime() / 60_000) - 6 * HOUR
}

/** Minutes since the year began. */
export function minuteOfYear(at: Minute): number {
  return at - minuteOf(new Date(at * 60_000).getUTCFullYear(), 1, 1)
}
