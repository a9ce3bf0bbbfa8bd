/** What an authority owes to children of a state and has not done, each from the service that knows. */
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { hoursBetween } from '../../format/calendar.ts'
import { withheldParts } from '../../format/withheld.ts'
import { withheldInBacklog } from '../../format/withheld-backlog.ts'

export const OverdueDutiesDocument = graphql(`
  query OverdueDuties($code: ID!, $filter: CountFilter, $lastFourWeeks: PeriodInput!) {
    state(code: $code) {
      code
      funnel(period: $lastFourWeeks, filter: $filter) {
        detected
        notified
      }
      detention(filter: $filter) {
        inReferralCenters
        inProhibitedPlaces
        inOtherAdHocPlaces
        over36Hours
        longestHours
      }
      care(filter: $filter) {
        overOneYear
      }
      casework(filter: $filter) {
        asOf
        overdue
        unprocessedByAge {
          bucket
          count
        }
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

/** Null is what nobody could tell. `isBeside`: withheld as in the figure of which it is a part. */
export type Duty = { id: DutyId; children: number | null; oldestHours: number | null; isBeside: boolean }

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
  const beside = besideOf({ detention, casework })
  return DUTY_IDS.map((id) => ({ id, children: counts[id], oldestHours: oldest[id] ?? null, isBeside: beside.has(id) }))
}

function besideOf({ detention, casework }: Pick<Answer, 'detention' | 'casework'>): ReadonlySet<DutyId> {
  const beside = new Set<DutyId>()
  if (detention) {
    const { inReferralCenters, inProhibitedPlaces, inOtherAdHocPlaces } = detention
    if (withheldParts([inReferralCenters, inProhibitedPlaces, inOtherAdHocPlaces]).has(1)) beside.add('prohibited')
  }
  if (withheldInBacklog(casework?.unprocessedByAge ?? [])('OVER_5_WORKING_DAYS')) beside.add('unopened')
  return beside
}
