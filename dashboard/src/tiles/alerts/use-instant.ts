/** An instant as the alerts write it: day and hour of this year, where an hour was told; day and year of another. */
import { useRegistry } from '../../api/registry.tsx'
import { yearOf } from '../../format/calendar.ts'
import type { Instant } from '../../format/times.ts'
import { useFormat } from '../../format/use-format.ts'

export function useInstant() {
  const { today } = useRegistry()
  const { shortDate, time, sinceDate, isFirstOfDay } = useFormat()
  return (at: Instant) => {
    if (yearOf(at) !== yearOf(today)) return sinceDate(at, today)
    return isFirstOfDay(at) ? shortDate(at) : `${shortDate(at)}, ${time(at)}`
  }
}
