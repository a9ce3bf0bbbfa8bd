/** Lists the stays that go on and must not, the longest first: of the view of who is held now in the states of the agreement. */
import type { Keyset } from '@vigia/kit/graph/keyset'
import type { Pool } from 'pg'
import { heldTooLongSince } from '../rules/detention.ts'

export interface OverstaysWanted {
  asOf: Date
  /** States of the places. */
  states: readonly string[]
}

export interface ListedOverstay {
  /** Ids that no field tells: of the stay, for its place in the list, and of the child, for its pseudonym. */
  id: string
  childId: string
  state: string
  /** As it is counted: PROHIBITED, REFERRAL or OTHER_AD_HOC. */
  kind: string
  enteredAt: Date
}

const SELECT = `select l.stay_id as id, l.child_id as "childId", l.state, l.kind, l.entered_at as "enteredAt"
  from placements.overstay l`

/** rules/overstays.ts, for all stays at once. */
const WHERE = `l.entered_at <= $1 and (l.kind = 'PROHIBITED' or l.entered_at <= $2) and l.state = any ($3::char(2)[])`

const valuesOf = ({ asOf, states }: OverstaysWanted) => [asOf, heldTooLongSince(asOf), states]

export function overstaysList(pool: Pool, wanted: OverstaysWanted): Keyset {
  return {
    pool,
    select: SELECT,
    where: WHERE,
    values: valuesOf(wanted),
    order: [
      { column: 'l.entered_at', cast: 'timestamptz', key: 'enteredAt' },
      { column: 'l.stay_id', cast: 'uuid', key: 'id' },
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
