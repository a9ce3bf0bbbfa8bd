/** Reads how many children were returned, how, with which standing and where to, for all states at once. */

import { type Counted, countsOfVersion, onceARequest } from '@vigia/kit/figures/period-counts'
import { type FeedAsked, Told, type ToldSpan } from '@vigia/kit/figures/told'
import type { CountFilter, Period } from '@vigia/kit/graph/counting'
import { codesOf } from '@vigia/law/code-list'
import { COUNTRIES } from '@vigia/law/countries'
import { STANDINGS } from '@vigia/law/standings'
import type { Pool } from 'pg'

interface Question {
  period: Period
  filter: CountFilter | null
}

const TOTALS = [
  'RETURNS',
  'RETURNS_WITHOUT_VALID_DETERMINATION',
  'RETURNS_WITHIN_72_HOURS',
  'DEPORTATIONS',
  ...codesOf(STANDINGS).map((standing) => `STANDING_${standing}`),
]
const DESTINATIONS = COUNTRIES.map(({ code }) => `DESTINATION_${code}`)

const RETURNS: FeedAsked = { service: 'returns', feed: 'executed-returns', counters: ['RETURNS'] }

export class ReturnCounts {
  readonly #told: Told
  readonly totals: (question: Question) => Promise<Counted>
  readonly persons: (question: Question) => Promise<Counted>
  readonly destinations: (question: Question) => Promise<Counted>

  constructor(pool: Pool) {
    this.#told = new Told(pool)
    const ask = (indicators: readonly string[], dimensions: ('nationality' | 'accompaniment')[]) =>
      onceARequest(async (question: Question) => {
        const asked = { service: 'returns', indicators, dimensions, ...question } as const
        return countsOfVersion(pool, asked, await this.#told.version('returns'))
      })
    this.totals = ask(TOTALS, [])
    this.persons = ask(['RETURNS'], ['nationality', 'accompaniment'])
    this.destinations = ask(DESTINATIONS, [])
  }

  /** Null where nothing was told of the state in any part of the period. */
  toldWithin(state: string, period: Period): Promise<ToldSpan | null> {
    return this.#told.within(RETURNS, state, period)
  }
}
