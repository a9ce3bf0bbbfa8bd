/**
 * How the SQL of steps is asked: in one go, and that of a small file by names. To plan it costs PostgreSQL more than to take such a file in,
 * and the next one of its feed asks the same: a connection that still has the tables (tables.ts) has planned it. What a large file asks is
 * planned for how large it is.
 */
import type { PoolClient, QueryResult } from 'pg'

/** A table at which PostgreSQL has never looked is believed to hold about as many. */
const FEW_ROWS = 250
const MOST_REMEMBERED = 2_000

/** What has a plan; the rest are settings, tables and blocks. Rows that were refused stand in the text of one: it is not asked again. */
const isAskedAgain = (sql: string) =>
  /^\s*(with|insert|update|delete|select)\b/.test(sql) && !sql.includes('_recordset(')

/** By its text the name of a statement; null while it was asked once in this process: whoever takes one file in plans nothing for others. */
const names = new Map<string, string | null>()
let named = 0

/** Which of them a connection has planned; null where a fault hides it. */
const planned = new WeakMap<PoolClient, ReadonlySet<string> | null>()
const plannedBy = (client: PoolClient) => (planned.has(client) ? planned.get(client) : new Set<string>())

/** Whether another file of as many rows may be asked by the plans of one. */
export const isFew = (rows: number): boolean => rows <= FEW_ROWS

/** One after the other: between two, PostgreSQL would wait for a program that is reading the next chunk. */
export async function inOneGo(
  client: PoolClient,
  statements: readonly string[],
  areFew: boolean,
): Promise<QueryResult[]> {
  const before = plannedBy(client)
  if (!areFew || !before) return query(client, statements)
  const now = new Set(before)
  const byName = statements.flatMap((sql) => {
    const name = isAskedAgain(sql) ? nameOf(sql) : null
    if (name === null) return sql
    const prepared = now.has(name) ? [] : `prepare ${name} as ${sql}`
    now.add(name)
    return [prepared, `execute ${name}`].flat()
  })
  planned.set(client, null)
  const results = await query(client, byName)
  planned.set(client, now)
  return results.filter(({ command }) => command !== 'PREPARE')
}

/** What is planned for tables that go is of no use for those that come. */
export async function forgetPlanned(client: PoolClient): Promise<void> {
  const all = plannedBy(client) ?? (await askedOf(client))
  const forget = [...all].map((name) => `deallocate ${name}`)
  if (forget.length > 0) await query(client, forget)
  planned.delete(client)
}

async function askedOf(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from pg_prepared_statements where from_sql')
  return rows.map(({ name }) => name)
}

function nameOf(sql: string): string | null {
  const name = names.get(sql)
  if (name) return name
  if (name === undefined && names.size >= MOST_REMEMBERED) names.clear()
  names.set(sql, name === undefined ? null : `step_${++named}`)
  return names.get(sql) ?? null
}

async function query(client: PoolClient, statements: readonly string[]): Promise<QueryResult[]> {
  const results: unknown = await client.query(statements.join(';'))
  return Array.isArray(results) ? results : [results as QueryResult]
}
