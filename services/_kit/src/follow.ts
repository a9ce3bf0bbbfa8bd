/** Reads the log after a service's own position, in batches: each applied once, in one transaction with the position. */
import type { Pool, PoolClient } from 'pg'
import type { ServiceName } from './service.ts'
import { raiseVersion } from './tick.ts'

/** The events with `after < seq <= upto`. */
export interface Stretch {
  after: number
  upto: number
  /** Whether it has events of that service and kind, which is what stands before the point of their type. Of others nobody asks the log. */
  tells: (source: ServiceName, kind: string) => boolean
}

/** Applies a stretch of the log to the pictures that a service keeps of another. */
export interface Follower {
  follows: ServiceName
  apply: (client: PoolClient, stretch: Stretch) => Promise<void>
}

export interface Following {
  service: ServiceName
  followers: readonly Follower[]
  /** Whether answers read the pictures themselves: then following alone changes them, and raises the version. */
  answersFromPictures?: boolean
}

const BATCH = 20_000

/** Applies at most one batch; gives how many events it went past, 0 when there is nothing new. */
export async function followOnce(pool: Pool, following: Following): Promise<number> {
  const { service, followers, answersFromPictures } = following
  if (!(await hasNews(pool, service))) return 0
  const client = await pool.connect()
  try {
    await client.query('begin')
    const went = await goOn(client, service, followers)
    if (went > 0 && answersFromPictures) await raiseVersion(client, service)
    await client.query('commit')
    return went
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** A look that locks nothing. */
async function hasNews(pool: Pool, service: ServiceName): Promise<boolean> {
  const { rows } = await pool.query<{ isBehind: boolean }>({
    name: `is-behind-${service}`,
    text: `select ${isBehind(service)} as "isBehind"`,
  })
  return rows[0]?.isBehind ?? true
}

/** SQL. Who never followed is behind. */
export const isBehind = (service: ServiceName): string =>
  `(select coalesce(max(seq), 0) from outbox.event) > coalesce((select seq from ${service}.position where id = 1), -1)`

/** Goes on until the end of the log as it is now; gives how many events it went past. */
export async function followAll(pool: Pool, following: Following): Promise<number> {
  let went = 0
  for (;;) {
    const step = await followOnce(pool, following)
    if (step === 0) return went
    went += step
  }
}

/** One batch inside the caller's transaction. Waits for another process that is at the same service. */
export async function goOn(client: PoolClient, service: ServiceName, followers: readonly Follower[]): Promise<number> {
  const { after, top } = await positionOf(client, service)
  const upto = Math.min(after + BATCH, top)
  if (upto <= after) return 0
  const stretch = await stretchOf(client, after, upto)
  for (const follower of followers) await follower.apply(client, stretch)
  await client.query(`update ${service}.position set seq = $1 where id = 1`, [upto])
  return upto - after
}

/** Asks the log once of what it tells there. */
export async function stretchOf(client: PoolClient, after: number, upto: number): Promise<Stretch> {
  const { rows } = await client.query<{ told: string }>({
    name: 'what-a-stretch-tells',
    text: `select distinct source || '/' || split_part(type, '.', 1) as told from outbox.event where seq > $1 and seq <= $2`,
    values: [after, upto],
  })
  const told = new Set(rows.map((row) => row.told))
  return { after, upto, tells: (source, kind) => told.has(`${source}/${kind}`) }
}

/** How far a service has gone, and how far it may go; it is nobody else's until the transaction ends. */
export async function positionOf(client: PoolClient, service: ServiceName): Promise<{ after: number; top: number }> {
  await client.query(`insert into ${service}.position (id) values (1) on conflict do nothing`)
  const { rows } = await client.query<{ after: number; top: number }>({
    name: `position-of-${service}`,
    text: `select seq as after, (select coalesce(max(seq), 0) from outbox.event) as top from ${service}.position where id = 1 for update`,
  })
  return rows[0] ?? { after: 0, top: 0 }
}
