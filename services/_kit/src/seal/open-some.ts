/** Opens some cells of every table by chance, to see that the keys at hand are those they were sealed with: after a restore, say. */
import type { Pool } from 'pg'
import { CellOpener, type KeysOf } from './cell-opener.ts'

export interface Tried {
  table: string
  opened: number
  /** Of children who were erased. */
  erased: number
  failed: number
}

const OF_CHILDREN: KeysOf = { table: 'children.data_key', subject: 'child_id' }
const OF_PLACES: KeysOf = { table: 'placements.data_key', subject: 'facility_id' }

const TABLES: readonly (readonly [table: string, keys: KeysOf, subject: string])[] = [
  ...['person_name', 'identifier', 'detection', 'detection_evidence', 'relative'].map(
    (table) => [`children.${table}`, OF_CHILDREN, 'child_id'] as const,
  ),
  ['placements.facility', OF_PLACES, 'id'],
  ['placements.facility_record', OF_PLACES, 'facility_id'],
]

/** At most so many of each table. */
export async function openSome(pool: Pool, atMost: number): Promise<Tried[]> {
  const all: Tried[] = []
  for (const [table, keys, subject] of TABLES) {
    const opener = new CellOpener(pool, keys)
    const { rows } = await pool.query<{ subject: string; sealed: string; is_destroyed: boolean }>(
      `select t.${subject} as subject, t.sealed, k.destroyed_at is not null as is_destroyed
       from (select * from ${table} where sealed is not null order by random() limit ${atMost}) t
       left join ${keys.table} k on k.id = split_part(t.sealed, '.', 2)::uuid`,
    )
    const opened = await Promise.all(rows.map((row) => opener.open(table, row)))
    const failed = rows.filter((row, at) => opened[at] === null && !row.is_destroyed).length
    const erased = rows.filter((row) => row.is_destroyed).length
    all.push({ table, opened: rows.length - failed - erased, erased, failed })
  }
  return all
}
