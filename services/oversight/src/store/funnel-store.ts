/** How far the children of a cohort came: counters by state, read with one statement for all of them. */

import { onceARequest } from '@vigia/kit/figures/period-counts'
import type { Told } from '@vigia/kit/figures/told'
import type { CountFilter, Period } from '@vigia/kit/graph/counting'
import type { LocalDate } from '@vigia/law/local-dates'
import { NATION } from '@vigia/law/states'
import type { Pool } from 'pg'
import { CASES, DETECTIONS, DETERMINATIONS, REPRESENTATIONS } from '../rules/feed-of-indicator.ts'
import { type CodeCount, type Funnel, funnelOf, type ToldOf } from '../rules/funnel.ts'

interface Cohort {
  period: Period
  filter: CountFilter | null
}

type StateCounts = Map<string, CodeCount[]>

export interface KnownFunnel extends Funnel {
  /** First day told of. */
  knownFrom: LocalDate
}

export class FunnelStore {
  readonly #told: Told
  readonly #counts: (cohort: Cohort) => Promise<StateCounts>

  constructor(pool: Pool, told: Told) {
    this.#told = told
    this.#counts = onceARequest((cohort) => readCounts(pool, cohort))
  }

  /** Of a state by its INEGI code, or of all for '00'. Null where no detection was told of in any part of the period. */
  async funnel(state: string, cohort: Cohort): Promise<KnownFunnel | null> {
    await this.#told.allOf([DETECTIONS, CASES, DETERMINATIONS, REPRESENTATIONS])
    const [detections, told] = [await this.#told.within(DETECTIONS, state, cohort.period), await this.#toldOf(state)]
    const counts = await this.#counts(cohort)
    if (!detections) return null
    const ofTerritory = state === NATION.code ? [...counts.values()].flat() : (counts.get(state) ?? [])
    return { ...funnelOf(ofTerritory, told), knownFrom: detections.from }
  }

  async #toldOf(state: string): Promise<ToldOf> {
    const spans = await Promise.all([CASES, DETERMINATIONS, REPRESENTATIONS].map((feed) => this.#told.spans(feed)))
    const [cases = false, determinations = false, representations = false] = spans.map((span) => span.has(state))
    return { cases, determinations, representations }
  }
}

async function readCounts(pool: Pool, { period: { from, to }, filter }: Cohort): Promise<StateCounts> {
  const query = filter
    ? { name: 'funnel-filtered', text: FILTERED, values: [from, to, ...lists(filter)] }
    : { name: 'funnel', text: WHOLE, values: [from, to] }
  const { rows } = await pool.query<CodeCount & { state: string }>(query)
  return Map.groupBy(rows, ({ state }) => state)
}

/** Null where a list keeps all. */
function lists({ nationality, ageGroup, accompaniment }: CountFilter): (string[] | null)[] {
  return [nationality, ageGroup, accompaniment].map((list) => (list && list.length > 0 ? [...list] : null))
}

const WHOLE = `
  select indicator, state, n from outbox.period_sums('oversight', $1, $2) where indicator like 'PATH\\_%'`
const FILTERED = `
  select indicator, state, n from oversight.filtered_sums($1, $2, $3, $4, $5) where indicator like 'PATH\\_%'`
