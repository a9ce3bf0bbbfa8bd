/** Returns without a valid determination: the last 28 days, the 28 before, half a year by week, and in each state. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const ReturnsWithoutDeterminationDocument = graphql(`
  query ReturnsWithoutDetermination(
    $code: ID!
    $filter: CountFilter
    $now: PeriodInput!
    $earlier: PeriodInput!
    $thisWeek: PeriodInput!
    $from: Date!
    $to: Date!
    $beforeFrom: Date!
    $beforeTo: Date!
  ) {
    state(code: $code) {
      code
      returns(period: $now, filter: $filter) {
        asOf
        total
        withoutValidDetermination
        byStanding {
          standing
          count
        }
      }
      earlier: returns(period: $earlier, filter: $filter) {
        knownFrom
        withoutValidDetermination
      }
      thisWeek: returns(period: $thisWeek, filter: $filter) {
        withoutValidDetermination
      }
      weeks: series(indicator: RETURNS_WITHOUT_VALID_DETERMINATION, grain: WEEK, from: $from, to: $to) {
        points {
          from
          count
        }
      }
      before: series(indicator: RETURNS_WITHOUT_VALID_DETERMINATION, grain: WEEK, from: $beforeFrom, to: $beforeTo) {
        points {
          from
          count
        }
      }
    }
    states {
      code
      population
      returns(period: $now, filter: $filter) {
        withoutValidDetermination
      }
    }
  }
`)

export type Answer = ResultOf<typeof ReturnsWithoutDeterminationDocument>
export type Returns = NonNullable<NonNullable<Answer['state']>['returns']>
