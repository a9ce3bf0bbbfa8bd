/** For each state what the map can show: detected in the cohort, the rate, the longest stay of those held now. */

import type { MeasureId } from '../../api/filters.ts'
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { longestStayOf } from '../../api/longest-stay.ts'
import { type LateSource, lateOf } from '../../api/sources.tsx'

export const StateMapDocument = graphql(`
  query StateMap($period: PeriodInput!, $filter: CountFilter) {
    states {
      code
      population
      detection(period: $period, filter: $filter) {
        asOf
        persons
      }
      detention(filter: $filter) {
        asOf
        heldNow
        longestHours
      }
      reporting {
        feed
        source
        status
        lastCutoff
      }
    }
  }
`)

export type Answer = ResultOf<typeof StateMapDocument>

/** Null is what nobody could tell; it is drawn hatched and never as 0. */
export type StateOnMap = { code: string; late: readonly Omit<LateSource, 'code'>[]; heldNow: number | null } & Record<
  MeasureId,
  number | null
>

const PER = 100_000

export function statesOnMap(states: NonNullable<Answer['states']>): readonly StateOnMap[] {
  return states.map(({ code, population, detection, detention, reporting }) => ({
    code,
    late: lateOf(reporting ?? []),
    heldNow: detention?.heldNow ?? null,
    detected: detection?.persons ?? null,
    rate: detection ? (detection.persons / population) * PER : null,
    hours: longestStayOf(detention),
  }))
}
