/** What INM's own tables say of a state or the country, and of each state for the share without a recorded place. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const AuthoritySaysDocument = graphql(`
  query AuthoritySays($code: ID!, $period: PeriodInput!, $isNation: Boolean!) {
    state(code: $code) {
      code
      authorityCounts(source: INM_DAILY_TABLES, period: $period) {
        table
        measure
        count
        coveredUntil
        official
        registryCount
      }
      channelledPlaces(period: $period) @skip(if: $isNation) {
        place
        count
        isRecorded
      }
    }
    states @include(if: $isNation) {
      code
      authorityCounts(source: INM_DAILY_TABLES, period: $period) {
        table
        measure
        count
      }
    }
  }
`)

export type Answer = ResultOf<typeof AuthoritySaysDocument>
export type Claim = NonNullable<NonNullable<Answer['state']>['authorityCounts']>[number]
export type Place = NonNullable<NonNullable<Answer['state']>['channelledPlaces']>[number]

/** The order of the child's way; within a step, the tables that disagree stand together. */
const MEASURES = [
  'RESCUED',
  'RESCUED_AGAIN',
  'PRESENTED',
  'CHANNELLED',
  'CHANNELLED_CHILDREN',
  'CHANNELLED_ADULTS',
  'CHANNELLED_PLACE_UNRECORDED',
  'RETURNED',
  'ASSISTED_RETURN',
  'DEPORTED',
] as const satisfies readonly Claim['measure'][]

export type Step = { measure: Claim['measure']; claims: readonly Claim[] }

export const stepsOf = (claims: readonly Claim[]): readonly Step[] =>
  MEASURES.map((measure) => ({ measure, claims: claims.filter((claim) => claim.measure === measure) })).filter(
    (step) => step.claims.length > 0,
  )

type Counted = Pick<Claim, 'table' | 'measure' | 'count'>

/** Channelled, and of them to a place that nobody wrote down, by the one table that has places. Null where it says nothing. */
export function unrecordedOf(claims: readonly Counted[]) {
  const of = (measure: Claim['measure']) =>
    claims.find((claim) => claim.table === 'CANALIZADOS' && claim.measure === measure)?.count ?? null
  const [channelled, unrecorded] = [of('CHANNELLED'), of('CHANNELLED_PLACE_UNRECORDED')]
  if (channelled === null || unrecorded === null || channelled === 0) return null
  return { channelled, unrecorded, share: unrecorded / channelled }
}
