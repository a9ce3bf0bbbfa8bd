/** How what waits for its number in the log gets it: by one at a time, and in the order in which it was told. */
import pg from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { scratchConnection } from '../support/scratch-connection.ts'

const { database, client } = await scratchConnection()
beforeEach(() => client.query('truncate outbox.event, outbox.pending'))

const numberedInSql = async (most: number) =>
  (await client.query<{ n: number }>('select outbox.number_pending($1) as n', [most])).rows[0]?.n

test('given somebody numbers, whoever comes meanwhile leaves it to him, and waits for nobody', async () => {
  await client.query(`insert into outbox.pending (source, type) values ('children', 'batch.counted')`)
  const other = new pg.Client({ connectionString: database.url })
  await other.connect()
  try {
    await other.query('begin')
    await other.query('select outbox.number_pending(1)')

    expect(await numberedInSql(1)).toBeNull()
    await other.query('commit')
    expect(await numberedInSql(1)).toBe(0)
  } finally {
    await other.end()
  }
})

test('what was told first is numbered first, wherever in the table it waits', async () => {
  await client.query(`insert into outbox.pending (id, source, type) overriding system value
    values (900003, 'children', 'third'), (900001, 'children', 'first'), (900002, 'children', 'second')`)

  for (const _one of ['first', 'second', 'third']) await numberedInSql(1)
  const { rows } = await client.query<{ type: string }>('select type from outbox.event order by seq')
  expect(rows.map(({ type }) => type)).toEqual(['first', 'second', 'third'])
})
