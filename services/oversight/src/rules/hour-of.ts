/** Partners are told the hour in which something happened, and not the moment: two of them cannot lay their answers side by side. */
import { HOUR_IN_MS } from '@vigia/law/durations'

export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR_IN_MS) * HOUR_IN_MS)
}
