/** Which child a text names, whoever asks: whether the asker may know of that child is judged as of any id. */
import { folioIn, OF_NOBODY } from '@vigia/law/folios'
import { isId } from '@vigia/law/ids'
import type { Pool } from 'pg'

/** Its id; null for what is neither an id nor a folio. */
export async function childNamed(pool: Pool, text: string): Promise<string | null> {
  if (isId(text)) return text
  const folio = folioIn(text)
  if (folio === null) return null
  const { rows } = await pool.query<{ id: string }>('select id from children.child where folio = $1', [folio])
  return rows[0]?.id ?? OF_NOBODY
}
