/** The schemas of events stand twice, in the law and as tables. They must have the same columns, empty where the other may be. */
import { BatchRow, CounterRow, FACTS, readEvent, SERVICES } from '@vigia/law/events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

test.each(Object.entries(FACTS))('an event of %s carries every column of its table', async (entity, schema) => {
  expect(columnsOf(schema.shape)).toEqual(await columnsIn(entity))
})

test('an event of a batch carries every column of each service’s table', async () => {
  for (const service of SERVICES) expect(columnsOf(BatchRow.shape)).toEqual(await columnsIn('batch', service))
})

test('a counter carries every column of its table', async () => {
  expect(columnsOf(CounterRow.shape)).toEqual(await columnsIn('day_counter', 'children'))
})

test('what the database tells of a change can be read', async () => {
  const [row] = await database.query<{ id: string }>(
    `insert into placements.facility (name, name_key, type, state, registry_status, lifecycle, opened_on, batch_id)
     values ('Casa', 'CASA', 'CCAN', '07', 'UNKNOWN', 'SIGHTED', '2024-05-06', gen_random_uuid()) returning id`,
  )
  await database.query(`update placements.facility set capacity = 20`)
  await database.query(`delete from placements.facility`)
  await database.query('select outbox.number_pending(100)')

  const told = (await database.query('select * from outbox.event order by seq')).map(readEvent)

  expect(told.map(({ type, entity_id }) => [type, entity_id])).toEqual([
    ['facility.recorded', row?.id],
    ['facility.corrected', row?.id],
    ['facility.withdrawn', row?.id],
  ])
  expect(told[1]?.payload).toMatchObject({ capacity: 20, opened_on: '2024-05-06' })
})

type Column = [name: string, mayBeEmpty: boolean]

function columnsOf(shape: Record<string, { safeParse(value: unknown): { success: boolean } }>): Column[] {
  return Object.entries(shape)
    .map(([name, column]): Column => [name, column.safeParse(null).success])
    .sort(([one], [other]) => one.localeCompare(other))
}

async function columnsIn(table: string, service?: string): Promise<Column[]> {
  const rows = await database.query<{ name: string; empty: boolean }>(
    `select column_name as name, is_nullable = 'YES' and data_type <> 'ARRAY' as empty from information_schema.columns
     where table_name = $1 and table_schema = any ($2)`,
    [table, service ? [service] : ['children', 'placements', 'representation', 'returns']],
  )
  return rows.map(({ name, empty }): Column => [name, empty]).sort(([one], [other]) => one.localeCompare(other))
}
