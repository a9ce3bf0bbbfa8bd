/** Whether a process lives, and how to end a PostgreSQL server and be sure. */
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const PATIENCE_IN_MS = 20_000

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

/** In a container whose first process reaps nobody, the dead keep their number. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** The process and the port that the server of this directory last wrote down, and the directory as it was called then. */
export function postmasterOf(directory: string): { pid: number; port: number; served: string } | null {
  try {
    const lines = readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), served: lines[1] ?? '' }
  } catch (error) {
    // A server that ends takes it away while it is looked for.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * Of a folder that was copied while its server ran, the folder of which that server is; null for any other. One that was moved is served
 * on: where it was there is nothing.
 */
export function copiedWhileRunning(directory: string): string | null {
  const postmaster = postmasterOf(directory)
  if (!postmaster || !isAlive(postmaster.pid) || !existsSync(postmaster.served)) return null
  if (realpathSync(postmaster.served) === realpathSync(directory)) return null
  return postmasterOf(postmaster.served)?.pid === postmaster.pid ? postmaster.served : null
}

/** PostgreSQL takes a zombie for a living server and would never start again. */
export function dropLockOfDead(directory: string): void {
  const postmaster = postmasterOf(directory)
  if (postmaster && isZombie(postmaster.pid)) rmSync(path.join(directory, 'postmaster.pid'), { force: true })
}

const isServer = (directory: string, pid: number): boolean => isAlive(pid) && postmasterOf(directory)?.pid === pid

/** The server is told to end should this process end first; gives how that is given up. */
export function endsWithProcess(directory: string, pid: number): () => void {
  const tell = () => {
    if (isServer(directory, pid)) process.kill(pid, 'SIGINT')
  }
  process.once('exit', tell)
  for (const signal of SIGNALS) process.once(signal, endBy)
  return () => {
    process.off('exit', tell)
    for (const signal of SIGNALS) process.off(signal, endBy)
  }
}

/** As a signal does that nobody listens for, but with what is done at the end of a process. */
function endBy(signal: (typeof SIGNALS)[number]): void {
  if (process.listenerCount(signal) === 0) process.exit(128 + constants.signals[signal])
}

/** SIGINT is the fast, orderly stop; SIGQUIT the one from which the next start recovers. */
export async function endServer(directory: string, pid: number): Promise<void> {
  const isUp = () => isServer(directory, pid)
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isUp()) process.kill(pid, signal)
    const deadline = Date.now() + PATIENCE_IN_MS
    while (isUp() && Date.now() < deadline) await pause(20)
    if (!isUp()) return
  }
}
