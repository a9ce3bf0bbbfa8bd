/**
 * A series: what was counted by point, and why a point has no count.
 *
 * NOT_YET_CLOSED  the point ends today or later.
 * NOT_REPORTED    the authority that tells of it had not told of the state until the end of the point: what is counted
 *                 so far may be less than what was. Or the point ends before the first day that it ever told of. For the
 *                 nation, when no state has been told of; else the nation is all that is counted, as on the board, and
 *                 `statesNotReported` says of how many states too little is known.
 */
import type { Indicator, MissingReason } from '@vigia/law/indicators'
import { measureOf } from '@vigia/law/indicators'
import type { LocalDate } from '@vigia/law/local-dates'
import type { Span } from './points-of-series.ts'

export interface SeriesPoint extends Span {
  count: number | null
  missing: MissingReason | null
  /** States not told of until the end of the point, or not yet: of one state 0 or 1. */
  statesNotReported: number
}

export interface ToldDays {
  from: LocalDate
  cutoff: LocalDate
}

export interface SeriesFacts {
  indicator: Indicator
  points: readonly Span[]
  /** By state: what was counted before the first point, and in each. */
  counts: ReadonlyMap<string, { before: number; perPoint: readonly number[] }>
  /** By state: the first day told of and the last; none where nothing has been told. */
  told: ReadonlyMap<string, ToldDays>
  /** Today in Mexico. */
  today: LocalDate
}

/** The series of one state, or of several taken together. */
export function seriesOf(states: readonly string[], facts: SeriesFacts): SeriesPoint[] {
  const values = states.map((state) => valuesOf(state, facts))
  return facts.points.map((point, at) => {
    const statesNotReported = states.filter((state) => !isTold(facts.told.get(state), point)).length
    const missing = missingOf(point, facts.today, statesNotReported === states.length)
    if (missing) return { ...point, count: null, missing, statesNotReported }
    const count = values.reduce((sum, perPoint) => sum + (perPoint[at] ?? 0), 0)
    return { ...point, count, missing: null, statesNotReported }
  })
}

function isTold(days: ToldDays | undefined, { to }: Span): boolean {
  return days !== undefined && days.from <= to && days.cutoff >= to
}

function missingOf(point: Span, today: LocalDate, isUntold: boolean): MissingReason | null {
  if (point.to >= today) return 'NOT_YET_CLOSED'
  return isUntold ? 'NOT_REPORTED' : null
}

/** A flow is what happened in the point; a stock what there was at its end. */
function valuesOf(state: string, { counts, points, indicator }: SeriesFacts): number[] {
  const { before, perPoint } = counts.get(state) ?? { before: 0, perPoint: [] }
  if (measureOf(indicator) === 'FLOW') return points.map((_point, at) => perPoint[at] ?? 0)
  let stock = before
  return points.map((_point, at) => {
    stock += perPoint[at] ?? 0
    return stock
  })
}
