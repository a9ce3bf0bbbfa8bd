/** The PostgreSQL that comes with Vigía: made on the first start, taken over after a crash, stopped with its owner. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { binaries } from './embedded/binaries.ts'
import { clusterExists, ensureCluster, secretFile } from './embedded/cluster.ts'
import { defaultDirectory, makeParent } from './embedded/directory.ts'
import { dropLockOfDead, endServer } from './embedded/process.ts'
import { type LaunchOptions, launch, type Running, serverOf } from './embedded/server.ts'
import { DatabaseUnavailable, unavailable } from './embedded/unavailable.ts'

export { DatabaseUnavailable }

export interface EmbeddedDatabase {
  url: string
  /** Where its files lie. */
  directory: string
  /** True when the server ran already: its parent was killed, or another process of ours started it. */
  adopted: boolean
  /** Stops the server, unless it belongs to another living process. */
  stop: () => Promise<void>
}

export interface EmbeddedOptions {
  /** Where the cluster lies; by default where `npm start` keeps it. */
  directory?: string
  /** Settings of postgresql.conf. */
  settings?: Readonly<Record<string, string>>
  /** False gives up safety against power cuts for speed: tests only. */
  durable?: boolean
}

/** How long a server that is recovering, or one that is just going down, is waited for. */
const PATIENCE_IN_MS = 60_000

/** Any number that nothing else locks: who holds it stops the server. */
const OWNERSHIP = 7_100_001

const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Throws DatabaseUnavailable, whose message is one sentence. */
export async function createOrAdopt(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const { directory = defaultDirectory(), settings = {}, durable = true } = options
  try {
    makeParent(directory)
    const { initdb, postgres } = await binaries(path.dirname(directory))
    await ensureCluster(directory, initdb)
    const all = { ...(durable ? {} : NOT_DURABLE), ...settings }
    const { server, adopted } = await startOrFind({ postgres, directory, settings: all })
    const isOurs = await own(server.url)
    return { url: server.url, directory, adopted, stop: () => stop(directory, server, isOurs) }
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    throw unavailable(directory, error instanceof Error ? error.message : String(error))
  }
}

/** The address of a database that a running Vigía keeps on its default directory; null when none runs. */
export async function runningDatabase(directory: string = defaultDirectory()): Promise<string | null> {
  if (!clusterExists(directory) || !existsSync(secretFile(directory))) return null
  return (await serverOf(directory))?.url ?? null
}

async function startOrFind(options: LaunchOptions): Promise<{ server: Running; adopted: boolean }> {
  const deadline = Date.now() + PATIENCE_IN_MS
  for (;;) {
    const running = await serverOf(options.directory)
    if (running) return { server: running, adopted: true }
    dropLockOfDead(options.directory)
    const attempt = await launch(options)
    if ('url' in attempt) return { server: attempt, adopted: false }
    // A lock file: the old server is still recovering or going down, or another start came first. Look again.
    const isPassing = /lock file|already exists|could not bind|shared memory block/.test(attempt.log)
    if (!isPassing || Date.now() > deadline) throw unavailable(options.directory, attempt.log)
    await pause(250)
  }
}

type Ownership = { end: () => Promise<void> } | null

/** The lock lasts as long as this process does, however it ends; no file has to be cleaned up. */
async function own(url: string): Promise<Ownership> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'vigia supervisor',
    keepAlive: true,
  })
  client.on('error', () => undefined) // The server went away: there is nothing left to own.
  await client.connect()
  const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [OWNERSHIP])
  if (rows[0]?.ours) return { end: () => client.end() }
  await client.end()
  return null
}

async function stop(directory: string, { pid }: Running, ownership: Ownership): Promise<void> {
  if (!ownership) return
  await ownership.end().catch(() => undefined)
  await endServer(directory, pid)
}
