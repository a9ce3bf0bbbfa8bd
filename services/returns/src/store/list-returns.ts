/** Lists executed returns, the latest departure first, as they are counted: each with what it is filtered by. */
import type { ExecutedReturn } from '@vigia/db/returns'
import { onDays, type Period } from '@vigia/kit/graph/counting'
import { fewInList, type Sight, whereInSight } from '@vigia/kit/graph/in-sight'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import { codesOf } from '@vigia/law/code-list'
import { isReturn, RETURN_TYPES } from '@vigia/law/return-types'
import type { Pool } from 'pg'

export interface ReturnsWanted {
  /** State that carried them out, by its INEGI code; null for all. */
  state: string | null
  /** Local days of the departure. */
  period: Period | null
  /** Values to keep of each column; none of it lets all through. */
  kept: Readonly<Record<KeptColumn, readonly string[]>>
  /** Whose returns the asker may know of. */
  sight: Sight
  /** Whether the asker oversees bodies of states alone: each return is an act of INM, and of acts of others no list tells. */
  isOfOthers: boolean
}

type KeptColumn = 'standing' | 'return_type' | 'destination' | 'nationality' | 'age_group' | 'accompaniment'

const COUNTED = codesOf(RETURN_TYPES).filter(isReturn)

/** The ledger holds of each return what is filtered by, and the order; how it was done stands with the fact. */
const SELECT = `select r.id, r.folio, r.child_id as "childId", r.state, r.departed_at as "departedAt", r.return_type as "returnType",
  r.destination, r.mode, r.exit_point as "exitPoint", r.receiving_authority as "receivingAuthority", r.received_by as "receivedBy",
  r.determination_number as "determinationNumber", r.plan_folio as "planFolio"
  from returns.return_standing l join returns.executed_return r on r.id = l.return_id`

export type ListedReturn = Omit<ExecutedReturn, 'batchId' | 'line' | 'recordedAt'>

export async function listReturns(pool: Pool, wanted: ReturnsWanted, args: PageArgs): Promise<Page<ListedReturn>> {
  const few = await fewInList(pool, 'returns', wanted.sight)
  const order = [
    { column: 'l.departed_at', cast: 'timestamptz', key: 'departedAt' },
    { column: 'l.return_id', cast: 'uuid', key: 'id' },
  ]
  return keysetPage<ListedReturn>({ pool, select: SELECT, ...conditions(wanted, few), order, descending: true }, args)
}

function conditions({ state, period, kept, sight, isOfOthers }: ReturnsWanted, few: readonly string[] | null) {
  const values: unknown[] = []
  const mark = (value: unknown) => `$${values.push(value)}`
  const parts: string[] = []
  if (isOfOthers) parts.push('false')
  if (state !== null) parts.push(`l.state = ${mark(state)}`)
  if (period) parts.push(...onDays(period, 'l.departed_at', mark))
  for (const [column, codes] of Object.entries(kept)) {
    if (codes.length > 0) parts.push(`l.${column} = any (${mark(codes)})`)
  }
  // The ledger derives one of every act; of those that no figure counts it says nothing.
  if (kept.standing.length > 0) parts.push(`l.return_type = any (${mark(COUNTED)})`)
  parts.push(...whereInSight('returns', sight, few, mark, 'l.child_id'))
  return { where: parts.join(' and '), values }
}
