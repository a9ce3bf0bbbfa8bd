/** A picture is a cache of the log: emptied and derived again, it is the same, and so is every answer. */
import type { Service } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { SERVICES } from '../support/source-files.ts'
import { twinDatabase } from '../support/twin.ts'

/** What is no fact: kept of the others, or counted. Numbers given in the order of writing are not compared. */
const FACTS = new Set(['batch', 'unmatched_row', 'former_version', 'delta', 'position'])
const GIVEN_IN_ORDER = ['id', 'recorded_at', 'as_of']

let database: ScratchDatabase
let services: Map<string, Service>
beforeAll(async () => {
  database = await twinDatabase()
  services = await loadServices(database.url)
})
afterAll(async () => {
  for (const service of services.values()) await service.close()
  await database.drop()
})

async function derivedTables(schema: string): Promise<string[]> {
  const rows = await database.query<{ table: string }>(
    `select t.table_name as table from information_schema.tables t
     where t.table_schema = $1 and t.table_type = 'BASE TABLE' and not exists (
       select from information_schema.columns c where c.table_schema = $1 and c.table_name = t.table_name and c.column_name = 'batch_id'
         and t.table_name <> 'feed_batch')
     order by 1`,
    [schema],
  )
  return rows.map(({ table }) => table).filter((table) => !FACTS.has(table))
}

/** Every row of every derived table, in one order; counters of nothing are as good as none. */
async function pictureOf(schema: string): Promise<Record<string, unknown[]>> {
  const picture: Record<string, unknown[]> = {}
  for (const table of await derivedTables(schema)) {
    const rows = await database.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${schema}.${table} t`,
    )
    picture[table] = rows
      .map(({ row }) => Object.fromEntries(Object.entries(row).filter(([column]) => !GIVEN_IN_ORDER.includes(column))))
      .filter((row) => row.n !== 0)
      .map((row) => JSON.stringify(row))
      .sort()
  }
  return picture
}

test.each(SERVICES)('given a registry with a history, rebuilding %s ends in the same state', async (name) => {
  const before = await pictureOf(name)
  expect(Object.values(before).flat().length).toBeGreaterThan(100)

  await services.get(name)?.rebuild(new Date())
  await settle(services.values(), database)

  const after = await pictureOf(name)
  for (const [table, rows] of Object.entries(before)) expect([table, after[table]]).toEqual([table, rows])
})
