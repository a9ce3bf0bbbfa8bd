/** Children of whom a PPNNA was told and for whom it opened no case: now, half a year of it, and in each state. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const UnprocessedCasesDocument = graphql(`
  query UnprocessedCases(
    $code: ID!
    $filter: CountFilter
    $from: Date!
    $to: Date!
    $beforeFrom: Date!
    $beforeTo: Date!
    $monthAgo: Date!
  ) {
    state(code: $code) {
      code
      casework(filter: $filter) {
        asOf
        unprocessed
        overdue
        oldestNotifiedAt
        unprocessedByAge {
          bucket
          count
        }
      }
      weeks: series(indicator: UNPROCESSED_CASES, grain: WEEK, from: $from, to: $to) {
        points {
          to
          count
        }
      }
      before: series(indicator: UNPROCESSED_CASES, grain: WEEK, from: $beforeFrom, to: $beforeTo) {
        points {
          to
          count
        }
      }
      monthAgo: series(indicator: UNPROCESSED_CASES, grain: DAY, from: $monthAgo, to: $monthAgo) {
        points {
          count
        }
      }
    }
    states {
      code
      population
      casework(filter: $filter) {
        unprocessed
      }
    }
  }
`)

export type Answer = ResultOf<typeof UnprocessedCasesDocument>
export type Casework = NonNullable<NonNullable<Answer['state']>['casework']>
