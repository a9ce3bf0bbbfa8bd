/** Empties the pictures and counters of a service and derives them again from the log and its own facts. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { type Follower, goOn, positionOf } from './follow.ts'
import type { ServiceName } from './service.ts'
import type { WriteSnapshot } from './tick.ts'

export interface Rebuild {
  service: ServiceName
  followers: readonly Follower[]
  /** Pictures and ledgers, without schema. Counters and deltas are emptied always, and the log is read from its beginning. */
  pictures: readonly string[]
  /** Derives ledgers and deltas from facts and pictures, for every child. */
  deriveAll: (client: PoolClient) => Promise<void>
  writeSnapshot?: WriteSnapshot
  now: Date
  onProgress?: (events: number) => void
}

const COUNTERS = ['delta', 'day_counter', 'month_counter', 'cube', 'month_cube']

/** One transaction: nobody sees half of it, and who reads what is being derived waits until it is whole. Gives how many events were read. */
export async function rebuild(pool: Pool, wanted: Rebuild): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await waitForOthers(client, wanted.service)
    const read = await readAgain(client, wanted)
    await client.query('commit')
    return read
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/**
 * Until nobody takes a file in, follows or counts. In the order in which they lock themselves: whoever has read a picture may still want the
 * ledger, and would wait for it while its pictures are waited for.
 */
async function waitForOthers(client: PoolClient, service: ServiceName): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [`vigia.intake.${service}`])
  await positionOf(client, service)
  await client.query(`select sec.waits_for_turn_of($1, 'tick')`, [service])
  await client.query('select outbox.lock_ledger($1)', [service])
}

/** PostgreSQL's word for a lock that is not to be had in time. */
const NOT_IN_TIME = '55P03'
/** So long who answers may be kept waiting for a table that is then given up again: less than PostgreSQL waits before it looks for a deadlock. */
const PATIENCE_IN_MS = 200

/**
 * All of them or none: an answer that has read one table and goes on to another would wait for this, and this for it. Tables that
 * are locked are given up where another is not to be had, so that whoever holds it can go on.
 */
async function lockAll(client: PoolClient, tables: string): Promise<void> {
  await client.query('savepoint unlocked')
  for (;;) {
    try {
      await client.query(`set local lock_timeout = ${PATIENCE_IN_MS}`)
      await client.query(`lock table ${tables} in access exclusive mode`)
      await client.query('set local lock_timeout to default')
      return
    } catch (error) {
      if ((error as { code?: unknown }).code !== NOT_IN_TIME) throw error
      await client.query('rollback to savepoint unlocked')
      await pause(PATIENCE_IN_MS)
    }
  }
}

async function readAgain(client: PoolClient, wanted: Rebuild): Promise<number> {
  const { service, followers, pictures, deriveAll, writeSnapshot, now, onProgress } = wanted
  const tables = [...pictures, ...COUNTERS].map((table) => `${service}.${table}`).join(', ')
  await lockAll(client, tables)
  await client.query(
    `create temp table counted_before on commit drop as select * from ${service}.day_counter where n <> 0`,
  )
  await client.query(`truncate ${tables}`)
  // It is not emptied: who waits for his turn to follow has the table already, and would be waited for.
  await client.query(`update ${service}.position set seq = 0`)
  let read = 0
  for (let step = -1; step !== 0; read += Math.max(step, 0)) {
    step = await goOn(client, service, followers)
    onProgress?.(read)
  }
  // Following derived ledgers piece by piece; what it left as deltas is dropped and derived as a whole.
  await client.query(`truncate ${service}.delta`)
  await deriveAll(client)
  await client.query('select outbox.fold($1)', [service])
  // A day on which nothing is counted any more is told to the others too.
  await client.query(
    `insert into ${service}.day_counter (indicator, state, day, n)
     select indicator, state, day, 0 from counted_before on conflict do nothing`,
  )
  await writeSnapshot?.(client, now)
  await client.query('select outbox.raise_version($1)', [service])
  return read
}
