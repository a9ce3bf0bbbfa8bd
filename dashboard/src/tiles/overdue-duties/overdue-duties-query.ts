/** What an authority owes to children of a state and has not done, each from the service that knows. */
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { hoursBetween } from '../../format/calendar.ts'

export const OverdueDutiesDocument = graphql(`
  query OverdueDuties($code: ID!, $filter: CountFilter, $lastFourWeeks: PeriodInput!) {
    state(code: $code) {
      code
      funnel(period: $lastFourWeeks, filter: $filter) {
        detected
        notified
      }
      detention(filter: $filter) {
        inProhibitedPlaces
        over36Hours
        longestHours
      }
      care(filter: $filter) {
        overOneYear
      }
      casework(filter: $filter) {
        asOf
        overdue
        withoutDetermination
        oldestNotifiedAt
      }
      returns(period: $lastFourWeeks, filter: $filter) {
        withoutValidDetermination
        deportations
      }
    }
  }
`)

export type Answer = NonNullable<ResultOf<typeof OverdueDutiesDocument>['state']>

const DUTY_IDS = [
  'prohibited',
  'deported',
  'over36',
  'returned',
  'notNotified',
  'unopened',
  'undetermined',
  'overOneYear',
] as const
type DutyId = (typeof DUTY_IDS)[number]

/** Null is what nobody could tell. */
export type Duty = { id: DutyId; children: number | null; oldestHours: number | null }

export function dutiesOf({ funnel, detention, care, casework, returns }: Answer): readonly Duty[] {
  const oldestNotice = casework?.oldestNotifiedAt ? hoursBetween(casework.oldestNotifiedAt, casework.asOf) : null
  const longest = detention && detention.over36Hours > 0 ? detention.longestHours : null
  const counts: Record<DutyId, number | null> = {
    prohibited: detention?.inProhibitedPlaces ?? null,
    deported: returns?.deportations ?? null,
    over36: detention?.over36Hours ?? null,
    returned: returns?.withoutValidDetermination ?? null,
    notNotified: funnel ? funnel.detected - funnel.notified : null,
    unopened: casework?.overdue ?? null,
    undetermined: casework?.withoutDetermination ?? null,
    overOneYear: care?.overOneYear ?? null,
  }
  const oldest: Partial<Record<DutyId, number | null>> = { over36: longest, unopened: oldestNotice }
  return DUTY_IDS.map((id) => ({ id, children: counts[id], oldestHours: oldest[id] ?? null }))
}
