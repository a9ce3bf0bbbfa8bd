/** The funnel of one cohort, and of the two cohorts before it. */
import { graphql, type ResultOf } from '../../api/graphql.ts'

export const CohortDocument = graphql(`
  query Cohort(
    $code: ID!
    $period: PeriodInput!
    $filter: CountFilter
    $hasTwoBefore: Boolean!
    $first: PeriodInput!
    $second: PeriodInput!
  ) {
    state(code: $code) {
      code
      funnel(period: $period, filter: $filter) {
        asOf
        detected
        caseOpened
        coverage
        planIssued
        stages {
          stage
          reached
          lost {
            fate
            count
          }
        }
      }
      first: funnel(period: $first, filter: $filter) @include(if: $hasTwoBefore) {
        detected
        caseOpened
        coverage
        planIssued
      }
      second: funnel(period: $second, filter: $filter) @include(if: $hasTwoBefore) {
        detected
        caseOpened
        coverage
        planIssued
      }
    }
  }
`)

type Answer = NonNullable<ResultOf<typeof CohortDocument>['state']>
export type Funnel = NonNullable<Answer['funnel']>
export type Step = Funnel['stages'][number]
export type Fate = Step['lost'][number]['fate']
export type Outline = Pick<Funnel, 'detected' | 'caseOpened' | 'coverage' | 'planIssued'> & {
  /** What is withheld beside a small one: of what was asked whole alone. */
  besides?: Record<'caseOpened' | 'planIssued', boolean>
}

export const FATES = ['WAITING', 'RETURNED', 'LEFT', 'UNKNOWN'] as const satisfies readonly Fate[]

export const countOf = (step: Step, fate: Fate) => step.lost.find((lost) => lost.fate === fate)?.count ?? 0
