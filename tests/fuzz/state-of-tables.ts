/** Whether anything was written: a mark of all tables, that any row which is new, altered or gone changes. The audit is no part of it. */
import type { ScratchDatabase } from '../support/scratch-database.ts'

const TABLES = `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
  where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'audit', 'sec') order by 1`

const looks = new WeakMap<ScratchDatabase, string>()

export async function stateOf(database: ScratchDatabase): Promise<string> {
  const look = looks.get(database) ?? (await lookAt(database))
  looks.set(database, look)
  const [row] = await database.query<{ state: string }>(look)
  return row?.state ?? ''
}

/** Of each table how many rows, and which transactions wrote them. */
async function lookAt(database: ScratchDatabase): Promise<string> {
  const tables = await database.query<{ name: string }>(TABLES)
  const each = tables.map(({ name }) => `(select count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from ${name})`)
  return `select array_to_string(array[${each.join(', ')}], '/') as state`
}
