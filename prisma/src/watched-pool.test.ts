/** Work goes on for as long as it takes; what nobody answers any more is given up, and the pool is whole again. */
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNetworkTo, type Network } from '../../tests/support/network.ts'
import { type ScratchDatabase, scratchDatabase } from '../../tests/support/scratch-database.ts'
import { WatchedPool } from './watched-pool.ts'

const WATCH = { askedAfterMs: 100, betweenLooksMs: 100, connectedWithinMs: 2_000 }
/** Many times what is waited for before a statement is asked after. */
const LONG = 'select pg_sleep(1.2), 7 as n'

let database: ScratchDatabase
let network: Network
let pool: Pool
beforeAll(async () => {
  database = await scratchDatabase()
  network = await aNetworkTo(database.url)
  pool = new WatchedPool({ connectionString: network.url, max: 2 }, WATCH)
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
})
afterAll(async () => {
  await pool.end()
  network.stop()
  await database.drop()
})

test('given a statement, a lock and a transaction that take long, none of them is given up', async () => {
  const holder = await pool.connect()
  await holder.query('begin; select pg_advisory_xact_lock(1)')
  const waits = pool.query('select pg_advisory_xact_lock(1)')

  const { rows } = await holder.query(LONG)
  await holder.query('commit')
  holder.release()

  expect(rows).toMatchObject([{ n: 7 }])
  await expect(waits).resolves.toMatchObject({ rowCount: 1 })
})

test('given a network that loses what is asked, whoever asked is told once the server can be asked, and the next is answered', async () => {
  const held = [pool.query('select 1'), pool.query('select 2')]
  await Promise.all(held)
  network.lose()
  const lost = [pool.query('select 3'), pool.query('select 4')].map((asked) =>
    asked.catch((fault: Error) => fault.message),
  )
  const next = pool.query('select 5 as n')
  network.mend()

  expect(await Promise.all(lost)).toEqual([expect.stringMatching(/terminated/), expect.stringMatching(/terminated/)])
  expect((await next).rows).toEqual([{ n: 5 }])
})

test('given a program that is busy for longer than a connection may take, it is made all the same', async () => {
  const fresh = new WatchedPool({ connectionString: database.url, max: 1 }, WATCH)
  const asked = fresh.query('select 6 as n')
  const until = performance.now() + WATCH.connectedWithinMs + 100
  while (performance.now() < until);

  expect((await asked).rows).toEqual([{ n: 6 }])
  await fresh.end()
})

test('given a network that loses all, who wants a connection is told that there is none', async () => {
  const fresh = new WatchedPool({ connectionString: network.url, max: 1 }, WATCH)
  network.lose()
  const asked = fresh.query('select 1')

  await expect(asked).rejects.toThrow('timeout expired')
  network.mend()
  await fresh.end()
})
