/** The PostgreSQL that comes with Vigía: made on the first start, taken over after a crash, stopped with its owner. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { binaries } from './embedded/binaries.ts'
import { clusterExists, ensureCluster, secretFile } from './embedded/cluster.ts'
import { dataFolder, defaultDirectory, makeParent } from './embedded/directory.ts'
import { type Held, Keeper } from './embedded/keeper.ts'
import { own, ownInTurn } from './embedded/ownership.ts'
import { copiedWhileRunning, dropLockOfDead, endServer, endsWithProcess } from './embedded/process.ts'
import { type LaunchOptions, launch, type Running, serverOf } from './embedded/server.ts'
import { dropSocketsOfDead } from './embedded/socket.ts'
import { DatabaseUnavailable, isCopy, unavailable } from './embedded/unavailable.ts'

export { DatabaseUnavailable, dataFolder }

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
  /** Told that the server fell and runs again. Given this, its owner starts it again; without, whoever comes next does. */
  say?: (line: string) => void
  /** Another PostgreSQL from npm, by what the names of its packages begin with: tests only. */
  family?: string
}

/** How long a server that is recovering, or one that is just going down, is waited for. */
const PATIENCE_IN_MS = 60_000

const BETWEEN_LOOKS_IN_MS = 250

const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Throws DatabaseUnavailable, whose message is one sentence. */
export async function createOrAdopt(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const { directory = defaultDirectory(), settings = {}, durable = true, family, say } = options
  try {
    makeParent(directory)
    const programs = await binaries(path.dirname(directory), family)
    await ensureCluster(directory, programs)
    const all = { ...(durable ? {} : NOT_DURABLE), ...settings }
    const launching = { postgres: programs.postgres, directory, settings: all }
    const { server, adopted } = await startOrFind(launching)
    const stop = await hold(launching, server, say)
    return { url: server.url, directory, adopted, stop }
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    throw unavailable(directory, error instanceof Error ? error.message : String(error))
  }
}

/** Whether one was ever made where `npm start` keeps it. */
export const embeddedExists = (): boolean => clusterExists(defaultDirectory())

/** The address of a database that a running Vigía keeps on its default directory; null when none runs. */
export async function runningDatabase(directory: string = defaultDirectory()): Promise<string | null> {
  if (!clusterExists(directory) || !existsSync(secretFile(directory))) return null
  return (await serverOf(directory))?.url ?? null
}

async function startOrFind(
  options: LaunchOptions,
  signal?: AbortSignal,
): Promise<{ server: Running; adopted: boolean }> {
  const deadline = Date.now() + PATIENCE_IN_MS
  for (;;) {
    signal?.throwIfAborted()
    const original = copiedWhileRunning(options.directory)
    if (original !== null) throw isCopy(options.directory, original)
    const running = await serverOf(options.directory)
    if (running) return { server: running, adopted: true }
    dropLockOfDead(options.directory)
    dropSocketsOfDead(options.directory)
    const attempt = await launch(options)
    if ('url' in attempt) return { server: attempt, adopted: false }
    // A lock file: the old server is still recovering or going down, or another start came first. Look again.
    const isPassing = /lock file|already exists|could not bind|shared memory block/.test(attempt.log)
    if (!isPassing || Date.now() > deadline) throw unavailable(options.directory, attempt.log)
    await pause(BETWEEN_LOOKS_IN_MS)
  }
}

/**
 * Owns the server, where nobody else does; gives how to stop it, which leaves another's running. Whoever keeps it waits in line, so that
 * it goes on when the one beside him is done and stops it.
 */
async function hold(launching: LaunchOptions, server: Running, say: EmbeddedOptions['say']) {
  const { directory } = launching
  if (say) {
    const port = portOf(server)
    const raise = (signal: AbortSignal) => ownAgain({ ...launching, port }, signal)
    const keeper = new Keeper({ server, ownership: await ownInTurn(server.url) }, { raise, say })
    return async () => {
      const held = await keeper.stop()
      if (held.ownership.isOurs()) await endServer(directory, held.server.pid)
      else await endLeftBehind(directory, held.server)
    }
  }
  const ownership = await own(server.url)
  if (!ownership) return () => endLeftBehind(directory, server)
  // A start stops in order; a command may end in the middle, as where nobody reads what it says.
  const letGo = endsWithProcess(directory, server.pid)
  return async () => {
    letGo()
    await ownership.end()
    await endServer(directory, server.pid)
  }
}

const portOf = ({ url }: Running): number => Number(new URL(url).port)

async function ownAgain(launching: LaunchOptions & { port: number }, signal: AbortSignal): Promise<Held> {
  for (;;) {
    const { server } = await startOrFind(launching, signal)
    if (portOf(server) === launching.port) return { server, ownership: await ownInTurn(server.url) }
    // A command beside us started it, at a place of its own, and ends it when it is done. One that was killed does not.
    await endLeftBehind(launching.directory, server)
    await pause(BETWEEN_LOOKS_IN_MS)
  }
}

/** Ends a server whose owner was killed: the server may have learned of that only now. Another's, that lives, is left running. */
async function endLeftBehind(directory: string, { url, pid }: Running): Promise<void> {
  const leftBehind = await own(url).catch(() => null)
  await leftBehind?.end()
  if (leftBehind) await endServer(directory, pid)
}
