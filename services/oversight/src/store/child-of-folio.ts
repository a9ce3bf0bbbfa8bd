/** Whose folio it is, whoever asks: which alerts the asker is listed is judged as of any id. */
import { OF_NOBODY } from '@vigia/law/folios'
import type { Pool } from 'pg'

export async function childOfFolio(pool: Pool, folio: string): Promise<string> {
  const asked = 'select child_id as id from oversight.child_ref where folio = $1'
  const { rows } = await pool.query<{ id: string }>(asked, [folio])
  return rows[0]?.id ?? OF_NOBODY
}
