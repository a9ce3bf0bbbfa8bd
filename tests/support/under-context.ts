/** Asks the database by the login of which a service answers, under a context that is set as any SQL can set it. */
import { contextKeyOf } from '@vigia/db/row-context'
import pg from 'pg'

/** With which contexts for a login are signed, by its address. */
export const keyOf = (address: string) => contextKeyOf(decodeURIComponent(new URL(address).password))

/** The rows of the last statement, or the code of the refusal. */
export async function underContext(
  login: string,
  context: string,
  sql: string | readonly string[],
): Promise<pg.QueryResult['rows'] | string> {
  const client = new pg.Client({ connectionString: login })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select sec.enter($1)', [context])
    let rows: pg.QueryResult['rows'] = []
    for (const statement of [sql].flat()) rows = (await client.query(statement)).rows
    return rows
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  } finally {
    await client.end()
  }
}
