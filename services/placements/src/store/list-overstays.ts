/**
 * Lists the stays that go on and must not, the longest first: of the view of who is held now in the states of the agreement. By the hour
 * of the entry, and within an hour in an order of this partner's own: a common one would tell two partners which rows are the same.
 */
import type { Keyset } from '@vigia/kit/graph/keyset'
import { narrowed } from '@vigia/kit/graph/page'
import type { OverstayKind } from '@vigia/law/overstays'
import type { Pool } from 'pg'
import { heldTooLongSince } from '../rules/detention.ts'

export interface OverstaysWanted {
  asOf: Date
  /** States of the places. */
  states: readonly string[]
  /** Of these the one that is asked for; null for all of them. */
  state: string | null
  /** Empty for any. */
  kinds: readonly OverstayKind[]
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

/** rules/overstays.ts, for all stays at once. */
const conditions = ({ asOf, states, state, kinds }: OverstaysWanted) =>
  narrowed((mark) => [
    `l.entered_at <= ${mark(asOf)} and (l.kind = 'PROHIBITED' or l.entered_at <= ${mark(heldTooLongSince(asOf))})`,
    `l.state = any (${mark(states)}::char(2)[])`,
    state !== null && `l.state = ${mark(state)}`,
    kinds.length > 0 && `case l.kind when 'PROHIBITED' then ${PROHIBITED} else ${TOO_LONG} end = any (${mark(kinds)})`,
  ])

const [PROHIBITED, TOO_LONG] = ["'HELD_IN_PROHIBITED_PLACE'", "'HELD_OVER_36_HOURS'"]

export function overstaysList(pool: Pool, wanted: OverstaysWanted): Keyset {
  const { where, values } = conditions(wanted)
  const place = `md5(l.stay_id::text || $${values.push(wanted.order)}::text)`
  return {
    pool,
    select: `select l.child_id as "childId", l.state, l.kind, ${HOUR} as "enteredIn", ${place} as place from placements.overstay l`,
    where,
    values,
    order: [
      { column: HOUR, cast: 'timestamptz', key: 'enteredIn' },
      { column: place, cast: 'text', key: 'place' },
    ],
    descending: false,
  }
}

export async function countOverstays(pool: Pool, wanted: OverstaysWanted): Promise<number> {
  const { where, values } = conditions(wanted)
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from placements.overstay l where ${where}`,
    values,
  )
  return rows[0]?.n ?? 0
}
