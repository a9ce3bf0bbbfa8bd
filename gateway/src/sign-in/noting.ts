/** Looks up what somebody shows, and notes that it was used: of what cannot be noted, since the database writes nothing, the look alone. */
import { isUnwritten } from '@vigia/kit/database-faults'
import type { Pool, QueryResultRow } from 'pg'

/** `note` and `look` take the same values and give the same rows; `note` writes that they were of use. */
interface Statements {
  note: string
  look: string
}

/** The row that holds, or none. Rejects where the database is away. */
export async function looked(
  pool: Pool,
  { note, look }: Statements,
  values: readonly unknown[],
): Promise<QueryResultRow | undefined> {
  const { rows } = await pool.query(note, [...values]).catch((fault: unknown) => {
    if (isUnwritten(fault)) return pool.query(look, [...values])
    throw fault
  })
  return rows[0]
}
