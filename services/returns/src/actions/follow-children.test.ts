/** Who wrote which find is kept of a stretch that is read once, however many finds were withdrawn in it and came again. */
import { openPool } from '@vigia/db/open'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { rowsRead } from '../../../../tests/support/rows-read.ts'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { followChildren } from './follow-children.ts'

let database: ScratchDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const MANY = 300
const ids = (kind: string) => `('00000000-0000-4000-${kind}000-' || to_char(n, 'FM000000000000'))::uuid`
const [FIND, BATCH] = [ids('a'), "'00000000-0000-4000-b000-000000000001'::uuid"]
const ROW = `jsonb_build_object('child_id', ${ids('c')}, 'acta', 'INM/07/2026/' || n, 'state', '07', 'detected_at', now())`

/** All are told, all withdrawn, and of each third it is told again. */
const HISTORY = [
  `select n, 'detection.recorded', ${FIND}, ${BATCH}, ${ROW} from generate_series(1, ${MANY}) n`,
  `select ${MANY} + n, 'detection.withdrawn', ${FIND}, ${BATCH}, null::jsonb from generate_series(1, ${MANY}) n`,
  `select ${2 * MANY} + n, 'detection.recorded', ${FIND}, ${BATCH}, ${ROW} from generate_series(1, ${MANY}) n where n % 3 = 0`,
]

test('given thousands that were withdrawn, of whom some came again', async () => {
  for (const select of HISTORY)
    await database.query(
      `insert into outbox.event (seq, source, type, entity_id, batch_id, payload, recorded_at)
       select seq, 'children', type, id, batch, payload, now() from (${select}) told (seq, type, id, batch, payload)`,
    )
  const client = await pool.connect()
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await client.query('begin')
  const stretch = { after: '0', upto: String(3 * MANY), tells: () => true } as never
  await followChildren.apply(client, stretch)
  const statements = sent.mock.calls as unknown as [string, unknown[]][]
  sent.mockRestore()
  const [text, values] = statements.find(([one]) => String(one).includes('detection_writing as w')) ?? ['', []]

  // What the planner guesses of a log that it has not looked at yet.
  await client.query('set local enable_hashjoin = off; set local enable_mergejoin = off')
  const read = await rowsRead(async (sql) => (await client.query(sql, values)).rows, 'event', text)
  const kept = await client.query('select acta from returns.detection_writing')
  await client.query('rollback')
  client.release()

  expect(kept.rows).toHaveLength(MANY / 3)
  expect(read).toBeLessThanOrEqual(3 * MANY)
})
