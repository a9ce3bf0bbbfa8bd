/** An endpoint to which very much was told: what was not told is found without looking through what was. */
import { openPool } from '@vigia/db/open'
import type { Keyset } from '@vigia/kit/graph/keyset'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countsOf, deliveriesCounted, deliveriesOf } from '../../services/oversight/src/store/delivery-log.ts'
import { rowsRead } from '../support/rows-read.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const [TOLD, NOT_TOLD] = [30_000, 3]
const ENDPOINT = '00000000-0000-4000-8000-00000000000e'

let database: ScratchDatabase
let pool: Pool
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url, 1)
  await database.query(
    `insert into oversight.webhook_owner (subject, role, seen_at, scopes) values ('s', 'partner', now(), '{}')`,
  )
  await database.query(
    `insert into oversight.webhook_endpoint (id, owner, subject, url, description, envelope, steps, status, not_before, created_at)
     values ('${ENDPOINT}', 'o', 's', 'https://x', 'd', 'STANDARD', '{OPENED}', 'ACTIVE', '-infinity', now())`,
  )
  await database.query(
    `insert into oversight.webhook_delivery (endpoint_id, kind, lane, place, state, created_at, next_at, claimed_until, done_at)
     select '${ENDPOINT}', 'TEST', 'TEST', 0, state, now(), now(), '-infinity', now()
     from unnest('{DELIVERED,DEAD,WITHHELD}'::text[]) state, generate_series(1, case state when 'DELIVERED' then ${TOLD} else ${NOT_TOLD} end)`,
  )
  await database.query('analyze oversight.webhook_delivery')
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const inIt = (sql: string, values: readonly unknown[]) =>
  rowsRead(async (text) => (await pool.query(text, [...values])).rows, 'webhook_delivery', sql)

const inAll = ({ select, where, values, order }: Keyset) =>
  inIt(`${select} where ${where} order by ${order.map(({ column }) => `${column} desc`).join()} limit 51`, values)

test('the page of endpoints counts what was given up', async () => {
  const counted = await deliveriesCounted(pool, [ENDPOINT], { sub: 's', states: null })

  expect(counted).toEqual([{ endpointId: ENDPOINT, waiting: 0, deadLetters: NOT_TOLD }])
  const { sql, values } = countsOf([ENDPOINT], { sub: 's', states: null })
  expect(await inIt(sql, values)).toBeLessThanOrEqual(2 * NOT_TOLD)
})

test.each(['DEAD', 'WITHHELD'])('the list of what is %s reads that alone', async (state) => {
  const wanted = { owner: 'o', known: { sub: 's', states: null }, endpoint: ENDPOINT, states: [state], created: null }

  expect(await inAll(deliveriesOf(pool, wanted))).toBeLessThanOrEqual(2 * NOT_TOLD)
})
