/** The steps of alerts in their order: those that were brought here, and before them those of the database. */
import { REPLAYED_DAYS } from '@vigia/law/terms-of-partners'
import type pg from 'pg'
import type { MarkedPlace } from '../carriers/epochs.ts'
import type { KnownSteps } from '../carriers/known-steps.ts'
import type { Step } from '../carriers/step.ts'
import { epochsIn, isSameEpoch, stepsAfter, topIn } from '../carriers/steps-in-database.ts'

/** What was missed by whoever comes back. */
export interface Missed {
  count: number
  /** Whether the first of it is older than what is replayed. */
  isExpired: boolean
}

/** Which steps somebody is told of. Null: all. */
export interface Wanted {
  states: readonly string[] | null
  kinds: readonly string[] | null
  severities: readonly string[] | null
  steps: readonly string[]
}

/** Where a stream of alerts reads from. */
export interface Feed {
  /** The last place that is known here; null before anything is known. */
  top: () => number | null
  /** Of the epoch in which a place was given, for cursors of it. */
  markAt: (seq: number) => number
  /** Where a place of a cursor lies now; null for one that is not of this stream. Rejects while the database is away, or nobody can know. */
  placeOf: (place: MarkedPlace) => Promise<number | null>
  /** The next steps after a place, in their order. */
  after: (seq: number, atMost: number) => Promise<readonly Step[]>
  missedSince: (seq: number, wanted: Wanted) => Promise<Missed>
  /** Calls back when there are more, until the returned function is called. */
  onSteps: (listener: () => void) => () => void
  /** Calls back when places that were told of are no more, or will be given anew, until the returned function is called. */
  onParted: (listener: () => void) => () => void
}

const MISSED = `select coalesce((select told_at < now() - interval '${REPLAYED_DAYS} days' from stream.alert_step where seq > $1 order by seq limit 1), false)
    as "isExpired",
  (select count(*) from stream.alert_step where seq > $1 and step = any ($2) and ($3::text[] is null or state = any ($3))
    and ($4::text[] is null or kind = any ($4)) and ($5::text[] is null or severity = any ($5)))::int as count`

export class AlertFeed implements Feed {
  readonly #pool: pg.Pool
  readonly #known: KnownSteps

  /** Reads in the database what is not known here any more. */
  constructor(pool: pg.Pool, known: KnownSteps) {
    this.#pool = pool
    this.#known = known
  }

  top(): number | null {
    return this.#known.top
  }

  markAt(seq: number): number {
    return this.#known.epochs.markAt(seq)
  }

  async placeOf(place: MarkedPlace): Promise<number | null> {
    const here = this.#known.epochs.here(place)
    if (here !== null && here <= (this.#known.top ?? 0)) return here
    // In this order: what an epoch begins behind is not farther than it.
    const top = await topIn(this.#pool)
    const now = (await epochsIn(this.#pool)).here(place)
    if (now !== null && now <= top) return now
    if (await isSameEpoch(this.#pool)) return null
    throw new Error('Nobody has given a place since the server of the database was started.')
  }

  async after(seq: number, atMost: number): Promise<readonly Step[]> {
    return this.#known.after(seq, atMost) ?? stepsAfter(this.#pool, seq, atMost)
  }

  async missedSince(seq: number, { steps, states, kinds, severities }: Wanted): Promise<Missed> {
    const { rows } = await this.#pool.query<Missed>(MISSED, [seq, steps, states, kinds, severities])
    return rows[0] ?? { count: 0, isExpired: false }
  }

  onSteps(listener: () => void): () => void {
    return this.#known.onSteps(listener)
  }

  onParted(listener: () => void): () => void {
    return this.#known.onParted(listener)
  }
}
