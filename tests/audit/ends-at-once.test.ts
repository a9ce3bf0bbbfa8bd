/** Who follows a stream twice and is cut off from both at once follows it no more: none of what it tells others counts as read by him. */
import { urlOfRole } from '@vigia/db/roles'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
let gateways: [pg.Client, pg.Client]
beforeAll(async () => {
  database = await scratchDatabase()
  const connectionString = urlOfRole(database.url, 'vigia_gateway')
  gateways = [new pg.Client({ connectionString }), new pg.Client({ connectionString })]
  for (const gateway of gateways) await gateway.connect()
})
afterAll(async () => {
  for (const gateway of gateways) await gateway.end()
  await database.drop()
})

const STREAM = 'stream:of-many'
const tells = (gateway: pg.Client, isBeginning: boolean) =>
  gateway.query(
    `select audit.follow('a request', 'who is cut off', 'ombudsperson-state', null, '{07}', $1, $2, now() + interval '1 hour')`,
    [STREAM, isBeginning],
  )
const stillFollows = async () =>
  (await database.query("select from audit.following where subject = 'who is cut off' and ended_at is null")).length

test('given two gateways end at once what somebody followed at both, he follows nothing more', async () => {
  const [one, other] = gateways
  for (const gateway of gateways) await tells(gateway, true)
  expect(await stillFollows()).toBe(2)

  await one.query('begin')
  await tells(one, false)
  await other.query('begin')
  const ended = tells(other, false).then(() => other.query('commit'))
  await one.query('commit')
  await ended
  expect(await stillFollows()).toBe(0)
})
