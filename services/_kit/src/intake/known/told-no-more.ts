/**
 * A file that is sent anew for the same day, as the definitive one after the preliminary, may lack rows that the earlier one had. Nobody but
 * the sender knows whether those were wrong or were left out: they go on counting until the earlier file is withdrawn, and he is told.
 */
import type { PoolClient } from 'pg'
import { grouped } from '../cells/counted.ts'
import type { Feed } from '../feed.ts'

type Earlier = { id: string; isPreliminary: boolean }
type Lines = { id: string; told: number; again: number; gone: number[] }

const OF_DAY = 'x.feed = b.feed and x.source = b.source and x.cutoff_on = b.cutoff_on and x.withdrawn_at is null'

/** Which batches told of a fact of which this one tells. */
const sharedOf = (table: string) => {
  const [schema, entity] = table.split('.')
  return `
  select one.id
  from (
    select id from ${table} where batch_id = $1 and exists (select from of_day)
    union
    select entity_id from ${schema}.confirmation where batch_id = $1 and entity = '${entity}' and exists (select from of_day)) mine
  cross join lateral (
    select f.batch_id from ${table} f where f.id = mine.id
    union all
    select c.batch_id from ${schema}.confirmation c where c.entity_id = mine.id and c.entity = '${entity}'
    union all
    select (v.former ->> 'batch_id')::uuid from ${schema}.former_version v where v.entity_id = mine.id and v.entity = '${entity}') one (id)`
}

/**
 * Of the same sender and day those that tell of what this batch tells, and what is preliminary where this is definitive. Others have no row
 * that is told again, however many of them a day brings. The batch itself stands in staging alone yet.
 */
const earlierOf = (service: string, tables: readonly string[]) => `
  with of_day as materialized (select from ${service}.batch x, the_batch b where ${OF_DAY} limit 1),
  one as (
    ${tables.map(sharedOf).join(' union ')} union
    select x.id from ${service}.batch x, the_batch b where ${OF_DAY} and x.is_preliminary and not b.is_preliminary
  )
  select x.id, x.is_preliminary and not b.is_preliminary as "isPreliminary"
  from one join ${service}.batch x using (id), the_batch b
  where ${OF_DAY} and x.state is not distinct from b.state and x.id <> b.id
  order by x.taken_at`

/** SQL on `e`, an earlier file: its lines by what became of the fact, told again by this one, as it was or corrected, or not. */
const linesOf = (table: string) => {
  const [schema, entity] = table.split('.')
  return `
  select line, bool_or(is_again) as is_again from (
    select f.line, exists (select from ${schema}.confirmation c
      where c.entity_id = f.id and c.entity = '${entity}' and c.batch_id = $2) as is_again
    from ${table} f where f.batch_id = e.id
    union all
    select c.line, f.batch_id = $2 or exists (select from ${schema}.confirmation a
      where a.entity_id = f.id and a.entity = '${entity}' and a.batch_id = $2)
    from ${schema}.confirmation c join ${table} f on f.id = c.entity_id where c.batch_id = e.id and c.entity = '${entity}'
    union all
    select (v.former ->> 'line')::int, true from ${table} f join ${schema}.former_version v on v.entity = '${entity}' and v.entity_id = f.id
    where f.batch_id = $2 and (v.former ->> 'batch_id')::uuid = e.id) told
  where line is not null group by line`
}

/** What the sender is told, a notice for each earlier file. One that brings other rows of the same day is no file sent anew. */
export async function toldNoMore(client: PoolClient, { service, rowsAre }: Feed, batchId: string): Promise<string[]> {
  if (!rowsAre) return []
  const { rows: earlier } = await client.query<Earlier>(earlierOf(service, rowsAre), [batchId])
  if (earlier.length === 0) return []
  const { rows } = await client.query<Lines>(goneOf(rowsAre), [earlier.map(({ id }) => id), batchId])
  return earlier.flatMap(({ id, isPreliminary }) => {
    const { told, again, gone } = rows.find((lines) => lines.id === id) ?? { told: 0, again: 0, gone: [] }
    return gone.length > 0 && (isPreliminary || 2 * again > told) ? [noticeOf(id, isPreliminary, gone)] : []
  })
}

/** Asked of all at once: an office may send one table a hundred times a day. */
const goneOf = (tables: readonly string[]) => `
  select e.id, count(*)::int as told, count(*) filter (where is_again)::int as again,
    coalesce(array_agg(line order by line) filter (where not is_again), '{}') as gone
  from unnest($1::uuid[]) e (id) cross join lateral (
    select line, bool_or(is_again) as is_again from (${tables.map(linesOf).join(' union all ')}) facts group by line) lines
  group by e.id`

const MOST = 20

function noticeOf(id: string, isPreliminary: boolean, gone: readonly number[]): string {
  const lines = `${gone.length === 1 ? 'renglón' : 'renglones'} ${gone.slice(0, MOST).join(', ')}${gone.length > MOST ? '…' : ''}`
  return `${isPreliminary ? 'El preliminar' : 'Un archivo'} del mismo remitente y corte (lote ${id}) trae registros que este no trae, y que siguen contando: ${grouped(gone.length)} (${lines} de aquel). Si no valen, retire ese lote: lo que dice este archivo queda.`
}
