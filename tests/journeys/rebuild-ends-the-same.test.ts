/** A picture is a cache of the log: emptied and derived again, it is the same, and so is every answer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boardOf, figuresOf } from '../support/board.ts'
import { eventually } from '../support/eventually.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { SERVICES } from '../support/source-files.ts'
import { twinDatabase } from '../support/twin.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

/** What is no fact: kept of the others, or counted. Numbers given in the order of writing are not compared. */
const FACTS = new Set(['batch', 'unmatched_row', 'former_version', 'delta', 'position'])
const GIVEN_IN_ORDER = ['id', 'recorded_at', 'as_of']

async function derivedTables(database: ScratchDatabase, schema: string): Promise<string[]> {
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
async function pictureOf(database: ScratchDatabase, schema: string): Promise<Record<string, unknown[]>> {
  const picture: Record<string, unknown[]> = {}
  for (const table of await derivedTables(database, schema)) {
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

/** What time alone moves is no difference: no clock of an alert runs out while one picture is held against another. */
const untilNoClockRunsOut = ({ database, settle }: World) =>
  eventually(
    async () => {
      await settle()
      return database.query(
        "select from oversight.alert_due where due_at > now() and due_at < now() + interval '1 minute' limit 1",
      )
    },
    ({ length }) => length === 0,
    100_000,
  )

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode, database: await twinDatabase() })
    await world.settle()
  })
  afterAll(() => world.stop())

  test.each(SERVICES)('given a registry with a history, rebuilding %s ends in the same state', async (name) => {
    // Given what the service derived, and the board
    await untilNoClockRunsOut(world)
    const before = await pictureOf(world.database, name)
    expect(Object.values(before).flat().length).toBeGreaterThan(100)
    const board = figuresOf(await boardOf(world))

    // When it is derived again
    await world.rebuild(name)
    await world.settle()

    // Then every row of it and every figure of the board are what they were
    const after = await pictureOf(world.database, name)
    for (const [table, rows] of Object.entries(before)) expect([table, after[table]]).toEqual([table, rows])
    expect(figuresOf(await boardOf(world))).toEqual(board)
  })
})
