/** Reads how many children were detected, how many detections there were, and how many were told to a Procuraduría. */

import { type Counted, countsOfVersion, type Dimension, onceARequest } from '@vigia/kit/figures/period-counts'
import { type FeedAsked, Told, type ToldSpan } from '@vigia/kit/figures/told'
import type { CountFilter, Period } from '@vigia/kit/graph/counting'
import type { Pool } from 'pg'

interface Question {
  period: Period
  filter: CountFilter | null
}

const PERSONS = 'CHILDREN_DETECTED'
const DIMENSIONS: readonly Dimension[] = ['nationality', 'age_group', 'accompaniment']

const DETECTIONS: FeedAsked = { service: 'children', feed: 'detections', counters: [PERSONS, 'DETECTIONS'] }

export class DetectionCounts {
  readonly #told: Told
  /** Totals of every state. */
  readonly totals: (question: Question) => Promise<Counted>
  /** Persons of every state by each dimension. */
  readonly persons: (question: Question) => Promise<Counted>

  constructor(pool: Pool) {
    this.#told = new Told(pool)
    const ask = (indicators: readonly string[], dimensions: readonly Dimension[]) =>
      onceARequest(async (question: Question) => {
        const asked = { service: 'children', indicators, dimensions, ...question } as const
        return countsOfVersion(pool, asked, await this.#told.version('children'))
      })
    this.totals = ask([PERSONS, 'DETECTIONS', 'PPNNA_NOTIFIED'], [])
    this.persons = ask([PERSONS], DIMENSIONS)
  }

  /** Null where nothing was told of the state in any part of the period. */
  toldWithin(state: string, period: Period): Promise<ToldSpan | null> {
    return this.#told.within(DETECTIONS, state, period)
  }
}
