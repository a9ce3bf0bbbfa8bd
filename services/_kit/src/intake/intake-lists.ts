/** The lists of an intake, read a page at a time: files that were taken in, and rows that could not be joined to a child. */
import type { Pool } from 'pg'
import type { Actor } from '../actor.ts'
import { isBeyondStates } from '../graph/counting.ts'
import type { Keyset } from '../graph/keyset.ts'
import { isWithin, narrowed } from '../graph/page.ts'
import type { ServiceName } from '../service.ts'

export interface Batch {
  id: string
  feed: string
  source: string
  state: string | null
  cutoff_on: string
  is_preliminary: boolean
  is_confirmed: boolean
  row_count: number
  accepted_count: number
  refused_count: number
  unmatched_count: number
  taken_at: Date
  withdrawn_at: Date | null
}

export interface Unmatched {
  id: string
  batch_id: string
  feed: string
  line: number
  reason: string
  keys: string[]
  recorded_at: Date
}

/** Whose intake is read, and by whom. */
export interface OfIntake {
  service: ServiceName
  pool: Pool
  actor: Actor
}

/** Null where anything will do. */
interface Wanted {
  /** Of files that speak for this state alone. */
  state: string | null
  taken: { from: Date; until: Date } | null
  feed: string | null
  source: string | null
}

export interface BatchesWanted extends Wanted {
  /** The last day that they tell of, `yyyy-mm-dd`. */
  cutoff: { from: string; to: string } | null
  isPreliminary: boolean | null
  isWithdrawn: boolean | null
}

export interface UnmatchedWanted extends Wanted {
  batch: string | null
}

/** An actor of states reads of the files that speak for one of them; those of the whole country tell of others too. */
export function batchesOf({ service, pool, actor: { states } }: OfIntake, wanted: BatchesWanted): Keyset {
  const { state, taken, cutoff, feed, source, isPreliminary, isWithdrawn } = wanted
  const conditions = narrowed((mark) => [
    states !== null && `state = any (${mark(states)}::char(2)[])`,
    state !== null && `state = ${mark(state)}`,
    isWithin('taken_at', taken, mark),
    cutoff !== null && `cutoff_on between ${mark(cutoff.from)}::date and ${mark(cutoff.to)}::date`,
    feed !== null && `feed = ${mark(feed)}`,
    source !== null && `source = ${mark(source)}`,
    isPreliminary !== null && `is_preliminary = ${mark(isPreliminary)}`,
    isWithdrawn !== null && `withdrawn_at is ${isWithdrawn ? 'not ' : ''}null`,
  ])
  const order = [
    { column: 'taken_at', cast: 'timestamptz', key: 'taken_at' },
    { column: 'id', cast: 'uuid', key: 'id' },
  ]
  return { pool, select: `select * from ${service}.batch`, ...conditions, order, descending: true }
}

export function unmatchedOf(of: OfIntake, wanted: UnmatchedWanted): Keyset {
  const order = [
    { column: 'recorded_at', cast: 'timestamptz', key: 'recorded_at' },
    { column: 'id', cast: 'uuid', key: 'id' },
  ]
  const select = `select id, batch_id, feed, line, reason, keys, recorded_at from ${of.service}.unmatched_row`
  return { pool: of.pool, select, ...waitingRows(of, wanted), order, descending: true }
}

/** Null of a state that the actor does not oversee. */
export async function countUnmatched(of: OfIntake, wanted: UnmatchedWanted): Promise<number | null> {
  if (isBeyondStates(wanted.state, of.actor)) return null
  const { where, values } = waitingRows(of, wanted)
  const { rows } = await of.pool.query<{ n: number }>(
    `select count(*) as n from ${of.service}.unmatched_row where ${where}`,
    values,
  )
  return rows[0]?.n ?? 0
}

/** A row is of the state and the source of its file. */
function waitingRows({ service, actor: { states } }: OfIntake, wanted: UnmatchedWanted) {
  const { state, taken, feed, source, batch } = wanted
  return narrowed((mark) => {
    const ofFile = [
      ...(states === null ? [] : [`state = any (${mark(states)}::char(2)[])`]),
      ...(state === null ? [] : [`state = ${mark(state)}`]),
      ...(source === null ? [] : [`source = ${mark(source)}`]),
    ]
    return [
      'matched_at is null',
      isWithin('recorded_at', taken, mark),
      feed !== null && `feed = ${mark(feed)}`,
      batch !== null && `batch_id = ${mark(batch)}`,
      ofFile.length > 0 && `batch_id in (select id from ${service}.batch where ${ofFile.join(' and ')})`,
    ]
  })
}
