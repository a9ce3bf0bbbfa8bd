/** Lists children of whom a Procuraduría was told and for whom no case was opened, as they are counted: the longest waiting first. */
import { onDays, type Period } from '@vigia/kit/graph/counting'
import { fewInList, type Sight, whereInSight } from '@vigia/kit/graph/in-sight'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { Pool } from 'pg'

export interface UnprocessedWanted {
  /** State of the first notice, by its INEGI code; null for all. */
  state: string | null
  /** Local days of the first notice. */
  period: Period | null
  /** Values to keep of each column; none of it lets all through. */
  kept: Readonly<Record<'nationality' | 'age_group' | 'accompaniment', readonly string[]>>
  /** Of whom the asker may know. */
  sight: Sight
}

export interface Unprocessed {
  childId: string
  state: string
  notifiedAt: Date
}

const SELECT = `select l.child_id as "childId", l.state, l.notified_at as "notifiedAt" from representation.case_ledger l`

export async function listUnprocessed(
  pool: Pool,
  wanted: UnprocessedWanted,
  args: PageArgs,
): Promise<Page<Unprocessed>> {
  const few = await fewInList(pool, 'representation', wanted.sight)
  const order = [
    { column: 'l.notified_at', cast: 'timestamptz', key: 'notifiedAt' },
    { column: 'l.child_id', cast: 'uuid', key: 'childId' },
  ]
  return keysetPage<Unprocessed>({ pool, select: SELECT, ...conditions(wanted, few), order, descending: false }, args)
}

function conditions({ state, period, kept, sight }: UnprocessedWanted, few: readonly string[] | null) {
  const values: unknown[] = []
  const mark = (value: unknown) => `$${values.push(value)}`
  const parts = ['l.opened_at is null and l.notified_at is not null']
  if (state !== null) parts.push(`l.state = ${mark(state)}`)
  if (period) parts.push(...onDays(period, 'l.notified_at', mark))
  for (const [column, codes] of Object.entries(kept)) {
    if (codes.length > 0) parts.push(`l.${column} = any (${mark(codes)})`)
  }
  parts.push(...whereInSight('representation', sight, few, mark, 'l.child_id'))
  return { where: parts.join(' and '), values }
}
