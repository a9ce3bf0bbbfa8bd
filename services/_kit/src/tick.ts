/** Folds deltas into counters, rewrites the snapshot and raises the version, in one transaction (performance.md 4.1). */
import type { ClientBase, Pool, PoolClient } from 'pg'
import type { ServiceName } from './service.ts'

/** Rewrites what the board reads from the counters, as of `now`. */
export type WriteSnapshot = (client: PoolClient, now: Date) => Promise<void>

export interface Tick {
  service: ServiceName
  writeSnapshot?: WriteSnapshot
  now: Date
  /** Rewrites and raises even when no count has changed: time alone moves children past 36 hours. */
  evenIfUnchanged?: boolean
}

/** Gives true when the version was raised; false when nothing had changed or another process is at it. */
export async function tick(pool: Pool, wanted: Tick): Promise<boolean> {
  // What comes after this look is of the next round. To plan how nothing is folded takes longer than to see that there is nothing.
  const isWork = await isUncounted(pool, wanted.service)
  if (!isWork && !wanted.evenIfUnchanged) return false
  const client = await pool.connect()
  try {
    await client.query('begin')
    const raised = await fold(client, wanted, isWork)
    await client.query('commit')
    return raised
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** A look that locks nothing: mostly no count has changed. */
async function isUncounted(pool: Pool, service: ServiceName): Promise<boolean> {
  const { rows } = await pool.query<{ isUncounted: boolean }>({
    name: 'is-uncounted',
    text: 'select outbox.is_uncounted($1) as "isUncounted"',
    values: [service],
  })
  return rows[0]?.isUncounted ?? true
}

async function fold(client: PoolClient, wanted: Tick, isWork: boolean): Promise<boolean> {
  const { service, writeSnapshot, now, evenIfUnchanged } = wanted
  const { rows: turns } = await client.query<{ mine: boolean }>(`select sec.takes_turn_of($1, 'tick') as mine`, [
    service,
  ])
  if (!turns[0]?.mine) return false
  const folded = isWork ? await foldCounts(client, service) : 0
  if (folded === 0 && !evenIfUnchanged) return false
  await writeSnapshot?.(client, now)
  await raiseVersion(client, service)
  return true
}

async function foldCounts(client: PoolClient, service: ServiceName): Promise<number> {
  const { rows } = await client.query<{ folded: number }>('select outbox.fold($1) as folded', [service])
  return rows[0]?.folded ?? 0
}

/** In the transaction that changed what is answered: what is kept by the version must not outlive it. */
export async function raiseVersion(client: ClientBase, service: ServiceName): Promise<void> {
  await client.query('select outbox.raise_version($1)', [service])
  // Only that something moved; writers never notify (performance.md 4.6).
  await client.query("select pg_notify('vigia_board', $1)", [service])
}
