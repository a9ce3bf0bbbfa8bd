/** Children detected and cases opened, week by week, since Vigía's twin begins. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const WeeklyTrendDocument = graphql(`
  query WeeklyTrend($code: ID!, $from: Date!, $to: Date!) {
    state(code: $code) {
      code
      detected: series(indicator: CHILDREN_DETECTED, grain: WEEK, from: $from, to: $to) {
        asOf
        points {
          from
          count
        }
      }
      opened: series(indicator: CASES_OPENED, grain: WEEK, from: $from, to: $to) {
        points {
          from
          count
        }
      }
    }
  }
`)

type Answer = NonNullable<ResultOf<typeof WeeklyTrendDocument>['state']>

/** Null is a week that nobody reported. */
export type Week = { from: string; at: number; detected: number | null; opened: number | null }

/** Null where nobody reported any of them: a chart without a line says nothing. */
export function weeksOf({ detected, opened }: Answer): readonly Week[] | null {
  const openedIn = new Map(opened?.points.map(({ from, count }) => [from, count]))
  const weeks = (detected?.points ?? []).map(({ from, count }) => ({
    from,
    at: Date.parse(from),
    detected: count,
    opened: openedIn.get(from) ?? null,
  }))
  return weeks.some((week) => week.detected !== null || week.opened !== null) ? weeks : null
}
