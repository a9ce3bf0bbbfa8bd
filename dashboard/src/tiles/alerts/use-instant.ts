/** An instant as the alerts write it: day and hour of this year, day and year of another. */
import { useRegistry } from '../../api/registry.tsx'
import { yearOf } from '../../format/calendar.ts'
import type { Instant } from '../../format/times.ts'
import { useFormat } from '../../format/use-format.ts'

export function useInstant() {
  const { today } = useRegistry()
  const { shortDate, time, sinceDate } = useFormat()
  return (at: Instant) => (yearOf(at) === yearOf(today) ? `${shortDate(at)}, ${time(at)}` : sinceDate(at, today))
}
