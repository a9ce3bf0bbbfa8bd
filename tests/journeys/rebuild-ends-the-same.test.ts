/** A picture is a cache of the log: emptied and derived again, it is the same, and so is every answer. */
import type { ServiceName } from '@vigia/kit/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BETWEEN_LETTERS_IN_MS } from '../../services/oversight/src/rules/told-by-mail.ts'
import { boardOf, figuresOf, thisAndLastYear } from '../support/board.ts'
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

interface Compared {
  before: Seen
  after: Seen
}
interface Seen {
  picture: Record<string, unknown[]>
  board: ReturnType<typeof figuresOf>
}

async function seen(world: World, name: ServiceName): Promise<Seen> {
  await world.settle()
  return {
    picture: await pictureOf(world.database, name),
    board: figuresOf(await boardOf(world, { period: thisAndLastYear() })),
  }
}

/** Of each state of which a letter waits, when it may be written: so long after the one before. */
const LETTERS = `select coalesce(max(m.created_at) + $1 * interval '1 ms', 'epoch') as at
  from (select distinct state from oversight.mail_waiting) w
  left join oversight.alert a on a.state = w.state left join oversight.mail m on a.id = any (m.alert_ids) group by w.state`

/** When the clock of an alert runs out next, or that of a letter which waits. */
async function nextClock({ database }: World): Promise<Date | null> {
  const rows = await database.query<{ at: Date | null }>(
    `select min(at) as at from (select due_at as at from oversight.alert_due where due_at > '-infinity' union all ${LETTERS}) clock`,
    [BETWEEN_LETTERS_IN_MS],
  )
  return rows[0]?.at ?? null
}

/** What time alone moves is no difference: where a clock ran out between two pictures, both are taken again. */
async function rebuiltBetweenClocks(world: World, name: ServiceName): Promise<Compared> {
  for (;;) {
    await world.settle()
    const clock = await nextClock(world)
    const before = await seen(world, name)
    await world.rebuild(name)
    const after = await seen(world, name)
    if (clock === null || clock > new Date()) return { before, after }
  }
}

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode, database: await twinDatabase() })
    await world.settle()
  })
  afterAll(() => world.stop())

  test.each(SERVICES)('given a registry with a history, rebuilding %s ends in the same state', async (name) => {
    // When what the service derived is derived again
    const { before, after } = await rebuiltBetweenClocks(world, name)

    // Then every row of it and every figure of the board are what they were
    expect(Object.values(before.picture).flat().length).toBeGreaterThan(100)
    for (const [table, rows] of Object.entries(before.picture))
      expect([table, after.picture[table]]).toEqual([table, rows])
    expect(after.board).toEqual(before.board)
  })
})
