/** The points of a series: the days, weeks (Monday to Sunday) or months of a range, cut where the range begins and ends. */
import type { Grain } from '@vigia/law/indicators'
import { addDays, type LocalDate, lastOfMonth, mondayOf } from '@vigia/law/local-dates'

export interface Span {
  from: LocalDate
  to: LocalDate
}

/** More points than this are no chart: four years of days. A default of Vigía. */
export const MOST_POINTS = 1_500

/** Null where there would be more than `MOST_POINTS`, or `to` lies before `from`. */
export function pointsOf(grain: Grain, { from, to }: Span): Span[] | null {
  const points: Span[] = []
  for (let at = from; at <= to; ) {
    const last = lastDayOf(grain, at)
    points.push({ from: at, to: last < to ? last : to })
    if (points.length > MOST_POINTS) return null
    at = addDays(last, 1)
  }
  return points.length === 0 ? null : points
}

function lastDayOf(grain: Grain, day: LocalDate): LocalDate {
  switch (grain) {
    case 'DAY':
      return day
    case 'WEEK':
      return addDays(mondayOf(day), 6)
    case 'MONTH':
      return lastOfMonth(day)
  }
}
