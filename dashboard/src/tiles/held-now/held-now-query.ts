/** Children held now, half a year of it, and each state's count. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const HeldNowDocument = graphql(`
  query HeldNow(
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
      detention(filter: $filter) {
        asOf
        heldNow
        inReferralCenters
        inProhibitedPlaces
        inOtherAdHocPlaces
        over36Hours
        longestHours
        heldSince
      }
      weeks: series(indicator: HELD, grain: WEEK, from: $from, to: $to) {
        points {
          to
          count
        }
      }
      before: series(indicator: HELD, grain: WEEK, from: $beforeFrom, to: $beforeTo) {
        points {
          to
          count
        }
      }
      monthAgo: series(indicator: HELD, grain: DAY, from: $monthAgo, to: $monthAgo) {
        points {
          count
        }
      }
    }
    states {
      code
      population
      detention(filter: $filter) {
        heldNow
      }
    }
  }
`)

export type Answer = ResultOf<typeof HeldNowDocument>
export type Detention = NonNullable<NonNullable<Answer['state']>['detention']>
