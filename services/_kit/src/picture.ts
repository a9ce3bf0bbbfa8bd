/** A service's own picture of another's rows: a table that holds, for each row the log tells of, what was last said of it. */
import type { Fact } from '@vigia/law/events'
import type { PoolClient } from 'pg'
import type { Stretch } from './follow.ts'
import type { ServiceName } from './service.ts'

export interface Picture {
  /** With its schema. It has a column `child_id`. */
  table: string
  of: ServiceName
  entity: Fact
  /** The column that holds the id of the row pictured. */
  key: string
  /** The other columns: where in the row each comes from, and of what type it is. */
  columns: Readonly<Record<string, readonly [field: string, type: string]>>
  /** Columns that hold the same text in every row of the picture. */
  always?: Readonly<Record<string, string>>
  /** A row in which this field is empty is not kept. */
  onlyWith?: string
  /** A row in which this field is filled is not kept. */
  onlyWithout?: string
  /** Nor is a row in which this instant lies longer ago. */
  onlySince?: { field: string; days: number }
}

/** Applies what a stretch tells of it. Gives the children whose picture that touched, before or after. */
export async function bringUpToDate(
  client: PoolClient,
  picture: Picture,
  { after, upto, tells }: Stretch,
): Promise<string[]> {
  const { of, entity } = picture
  if (!tells(of, entity)) return []
  const types = [`${entity}.recorded`, `${entity}.corrected`, `${entity}.withdrawn`]
  const values = [after, upto, of, types]
  const [forgetting, keeping] = [`forget-${picture.table}`, `keep-${picture.table}-${entity}`]
  const forgotten = await client.query<{ child_id: string }>({ name: forgetting, text: forget(picture), values })
  const kept = await client.query<{ child_id: string }>({ name: keeping, text: keep(picture), values })
  return [...new Set([...forgotten.rows, ...kept.rows].map(({ child_id }) => child_id))]
}

const NEWS = `select distinct on (entity_id) entity_id, payload from outbox.event
  where seq > $1 and seq <= $2 and source = $3 and type = any ($4) order by entity_id, seq desc`

/** What is told of anew is forgotten first, so that a number may pass from one row to another within a batch. */
function forget({ table, key }: Picture): string {
  return `with news as (${NEWS})
    delete from ${table} p using news n where p.${key} = n.entity_id returning p.child_id`
}

function keep({ table, key, columns, always = {}, onlyWith, onlyWithout, onlySince }: Picture): string {
  const names = [...Object.keys(columns), ...Object.keys(always)]
  const fields = Object.values(columns)
  const constants = Object.values(always).map((text) => `'${text.replaceAll("'", "''")}'`)
  const typed = [...new Set(fields.map(([field, type]) => `${field} ${type}`))]
  return `with news as (${NEWS})
    insert into ${table} (${[key, ...names].join(', ')})
    select ${['n.entity_id', ...fields.map(([field]) => `r.${field}`), ...constants].join(', ')}
    from news n, lateral jsonb_to_record(n.payload) r (${typed.join(', ')})
    where n.payload is not null${onlyWith ? ` and n.payload ->> '${onlyWith}' is not null` : ''}
      ${onlyWithout ? `and n.payload ->> '${onlyWithout}' is null` : ''}
      ${onlySince ? `and (n.payload ->> '${onlySince.field}')::timestamptz < now() - interval '${onlySince.days} days' is not true` : ''}
    returning child_id`
}
