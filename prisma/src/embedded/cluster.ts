/** Makes the data directory of a new database, whole or not at all, and keeps its password. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { isRoot, NOBODY } from './directory.ts'
import { isAlive } from './process.ts'
import { hasSocket } from './socket.ts'
import { unavailable } from './unavailable.ts'

const PATIENCE_IN_MS = 60_000

export const secretFile = (directory: string): string => `${directory}.secret`

export const clusterExists = (directory: string): boolean => existsSync(path.join(directory, 'PG_VERSION'))

/** The address of the server of this cluster: by its socket where it has one, which costs both sides half of what the network does. */
export function urlOf(directory: string, port: number): string {
  const password = readFileSync(secretFile(directory), 'utf8')
  const host = hasSocket(directory, port) ? encodeURIComponent(directory) : '127.0.0.1'
  return `postgresql://app:${password}@${host}:${port}/postgres`
}

/** Runs initdb unless the cluster is there. Two processes that start together make it once. */
export async function ensureCluster(directory: string, programs: Binaries): Promise<void> {
  if (clusterExists(directory)) return
  const lock = `${directory}.making`
  const deadline = Date.now() + PATIENCE_IN_MS
  while (!taken(lock)) {
    if (Date.now() > deadline) throw unavailable(directory, 'lock file')
    await pause(100)
  }
  try {
    if (!clusterExists(directory)) makeCluster(directory, programs)
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Takes the lock, or breaks one whose holder is dead. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const holder = Number(readIfThere(lock))
  if (holder > 0 && holder !== process.pid && !isAlive(holder)) rmSync(lock, { force: true })
  return false
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** initdb writes beside the final place, so that a start killed half-way leaves nothing that looks like a database. */
function makeCluster(directory: string, programs: Binaries): void {
  const half = `${directory}.half`
  const passwordFile = `${directory}.pw`
  const password = randomBytes(18).toString('base64url')
  rmSync(half, { recursive: true, force: true })
  rmSync(directory, { recursive: true, force: true })
  writeFileSync(secretFile(directory), password, { mode: 0o600 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  mkdirSync(half, { mode: 0o700 })
  if (isRoot()) for (const file of [passwordFile, half]) chownSync(file, NOBODY, NOBODY)
  try {
    runInitdb(programs, half, passwordFile)
    renameSync(half, directory)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

/** A locale of PostgreSQL's own, the same on every system. Before 17 that was C alone. */
const BUILT_IN = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

function runInitdb({ initdb, major }: Binaries, directory: string, passwordFile: string): void {
  const { status, stderr, error } = spawnSync(
    initdb,
    [
      ...['-D', directory, '-U', 'app', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
      ...['-E', 'UTF8', ...(major < 17 ? BUILT_IN.slice(0, 1) : BUILT_IN), '--no-sync'],
    ],
    { ...serverProcess(), encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  if (status !== 0) throw unavailable(directory.replace(/\.half$/, ''), error?.message ?? stderr)
}

/** How each program of the database is run: never as root, from a folder that it can read. */
export function serverProcess() {
  const user = isRoot() ? { uid: NOBODY, gid: NOBODY } : {}
  return { ...user, cwd: path.parse(process.cwd()).root, env: { ...process.env, LC_ALL: 'C' } }
}
