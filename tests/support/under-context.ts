/** Asks the database by the login of which a service answers, under a context that is set as any SQL can set it. */
import { contextKeyOf } from '@vigia/db/row-context'
import type pg from 'pg'
import { keptPool } from './kept-pools.ts'

/** With which contexts for a login are signed, by its address. */
export const keyOf = (address: string) => contextKeyOf(decodeURIComponent(new URL(address).password))

/** The rows of the last statement, or the code of the refusal. */
export async function underContext(
  login: string,
  context: string,
  sql: string | readonly string[],
): Promise<pg.QueryResult['rows'] | string> {
  const client = await keptPool(login).connect()
  try {
    await client.query('begin')
    await client.query('select sec.enter($1)', [context])
    let rows: pg.QueryResult['rows'] = []
    for (const statement of [sql].flat()) rows = (await client.query(statement)).rows
    return rows
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  } finally {
    await client.query('rollback')
    client.release()
  }
}
