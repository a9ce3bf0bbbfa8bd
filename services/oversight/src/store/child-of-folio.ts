/** Whose folio it is, whoever asks: which alerts the asker is listed is judged as of any id. */
import { OF_NOBODY } from '@vigia/law/folios'
import type { Pool } from 'pg'

/** Who was found to be another is that other one, as in the children service: a letter goes on naming it as it was called. */
const NAMED = `
  select coalesce((select child_id from oversight.child_ref where folio = $1), (
    select case when count(distinct f.child_id) = 1 then (array_agg(f.child_id))[1] end from oversight.path_fact f
    where f.entity = 'detection' and f.detail ? 'child_before'
      and 'NNA-' || upper(right(f.detail ->> 'child_before', 17)) = $1)) as id`

export async function childOfFolio(pool: Pool, folio: string): Promise<string> {
  const { rows } = await pool.query<{ id: string | null }>({ name: 'child-of-folio', text: NAMED, values: [folio] })
  return rows[0]?.id ?? OF_NOBODY
}
