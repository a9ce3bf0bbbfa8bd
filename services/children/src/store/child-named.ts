/** Which child a text names, whoever asks: whether the asker may know of that child is judged as of any id. */
import { folioIn, OF_NOBODY } from '@vigia/law/folios'
import { isId } from '@vigia/law/ids'
import type { Pool } from 'pg'

/**
 * Who was found to be another is that other one: a letter, a page that is kept or a paper goes on naming it as it was called. Where its finds
 * went to several nobody can tell whom is meant. By as many questions as of a child that is there: how long it takes tells nothing.
 */
const asItIsNow = (isNamed: string, wasNamed: string) => `
  select coalesce((select c.id from children.child c where ${isNamed}), (
    select case when count(distinct d.child_id) = 1 then (array_agg(d.child_id))[1] end
    from children.detection d where d.child_before is not null and ${wasNamed})) as id`

const BY_ID = asItIsNow('c.id = $1::uuid', 'd.child_before = $1::uuid')
/** As `folioOf`. */
const BY_FOLIO = asItIsNow('c.folio = $1', "'NNA-' || upper(right(d.child_before::text, 17)) = $1")

/** Its id, or what was asked for where that is of nobody; null for what is neither an id nor a folio. */
export async function childNamed(pool: Pool, text: string): Promise<string | null> {
  const isById = isId(text)
  const named = isById ? text : folioIn(text)
  if (named === null) return null
  const { rows } = await pool.query<{ id: string | null }>({
    name: `child-named-${isById ? 'by-id' : 'by-folio'}`,
    text: isById ? BY_ID : BY_FOLIO,
    values: [named],
  })
  return rows[0]?.id ?? (isById ? text : OF_NOBODY)
}
