/** What stands sealed in a database, as who holds the keys reads it; and the blind index of a number, by which it is found. */
import { openPool } from '@vigia/db/open'
import { blindIndex } from '@vigia/kit/seal/blind-index'
import { CellOpener, type OpenedCells } from '@vigia/kit/seal/cell-opener'
import { keyring } from '@vigia/kit/seal/keys'
import type { Pool } from 'pg'
import type { ScratchDatabase } from './scratch-database.ts'

export const blind = (type: string, value: string): string => blindIndex(keyring().blindIndex, type, value)

/** The sealed cells of rows of a table of children, of the child of this acta where one is given; null where nobody can open them. */
export async function openedIn(
  database: ScratchDatabase,
  table: string,
  acta?: string,
): Promise<(OpenedCells | null)[]> {
  const rows = await database.query<{ subject: string; sealed: string | null }>(
    `select child_id as subject, sealed from children.${table}
     where $1::text is null or child_id = (select child_id from children.detection where acta = $1)`,
    [acta ?? null],
  )
  return opened(database, `children.${table}`, rows)
}

/** Sealed cells of a table of children, as they were read; null where nobody can open them. */
export function opened(
  database: Pick<ScratchDatabase, 'url'>,
  place: string,
  rows: readonly { subject: string; sealed: string | null }[],
): Promise<(OpenedCells | null)[]> {
  return withPool(database, (pool) => {
    const opener = new CellOpener(pool, { table: 'children.data_key', subject: 'child_id' })
    return Promise.all(rows.map((row) => opener.open(place, row)))
  })
}

export async function withPool<Given>(
  { url }: Pick<ScratchDatabase, 'url'>,
  work: (pool: Pool) => Promise<Given>,
): Promise<Given> {
  const pool = openPool(url, 1)
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}
