/**
 * Lists the stays that go on and must not, the longest first: of the view of who is held now in the states of the agreement. By the hour
 * of the entry, and within an hour in an order of this partner's own: a common one would tell two partners which rows are the same.
 */
import type { Keyset } from '@vigia/kit/graph/keyset'
import type { Pool } from 'pg'
import { heldTooLongSince } from '../rules/detention.ts'

export interface OverstaysWanted {
  asOf: Date
  /** States of the places. */
  states: readonly string[]
  /** Of this partner, and of no other. */
  order: string
}

export interface ListedOverstay {
  /** For the audit and the pseudonym: no field tells it. */
  childId: string
  state: string
  /** As it is counted: PROHIBITED, REFERRAL or OTHER_AD_HOC. */
  kind: string
  enteredIn: Date
  /** Within that hour. */
  place: string
}

const HOUR = "date_bin('1 hour', l.entered_at, '2000-01-01T00:00:00Z'::timestamptz)"
const PLACE = 'md5(l.stay_id::text || $4::text)'
const SELECT = `select l.child_id as "childId", l.state, l.kind, ${HOUR} as "enteredIn", ${PLACE} as place from placements.overstay l`

/** rules/overstays.ts, for all stays at once. */
const WHERE = `l.entered_at <= $1 and (l.kind = 'PROHIBITED' or l.entered_at <= $2) and l.state = any ($3::char(2)[])`

const valuesOf = ({ asOf, states }: OverstaysWanted) => [asOf, heldTooLongSince(asOf), states]

export function overstaysList(pool: Pool, wanted: OverstaysWanted): Keyset {
  return {
    pool,
    select: SELECT,
    where: WHERE,
    values: [...valuesOf(wanted), wanted.order],
    order: [
      { column: HOUR, cast: 'timestamptz', key: 'enteredIn' },
      { column: PLACE, cast: 'text', key: 'place' },
    ],
    descending: false,
  }
}

export async function countOverstays(pool: Pool, wanted: OverstaysWanted): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from placements.overstay l where ${WHERE}`,
    valuesOf(wanted),
  )
  return rows[0]?.n ?? 0
}
