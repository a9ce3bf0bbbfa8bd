/** Starts one PostgreSQL server process, and finds one that already serves a data directory. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import pg from 'pg'
import { serverProcess, urlOf } from './cluster.ts'
import { copiedWhileRunning, isAlive, postmasterOf } from './process.ts'
import { socketFolder } from './socket.ts'

export interface Running {
  url: string
  pid: number
}

export interface LaunchOptions {
  postgres: string
  directory: string
  settings: Readonly<Record<string, string>>
  /** Any that is free, unless it is to be found where it was. */
  port?: number
}

/** The server that serves this directory now, whoever started it; null when there is none that answers. */
export async function serverOf(directory: string): Promise<Running | null> {
  const postmaster = postmasterOf(directory)
  if (!postmaster?.port || !isAlive(postmaster.pid) || copiedWhileRunning(directory) !== null) return null
  const { pid, port } = postmaster
  const url = urlOf(directory, port)
  return (await answers(url)) ? { url, pid } : null
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Gives the running server, or the tail of its log when it ended at once. */
export async function launch(options: LaunchOptions): Promise<Running | { log: string }> {
  const folder = socketFolder(options.directory)
  const attempt = await launchWith(folder, options)
  // Some file systems hold no sockets, as those that a virtual machine is lent.
  if (folder === '' || 'url' in attempt || !/Unix-domain socket/.test(attempt.log)) return attempt
  return launchWith('', options)
}

async function launchWith(folder: string, options: LaunchOptions): Promise<Running | { log: string }> {
  const { postgres, directory, settings, port = await freePort() } = options
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: folder, ...settings }
  const flags = Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  // Detached: Ctrl-C reaches the whole group of the terminal, and the database is to stop last.
  const child = spawn(postgres, ['-D', directory, '-p', String(port), ...flags], {
    ...serverProcess(),
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return new Promise((resolve) => {
    let log = ''
    let isUp = false
    child.once('error', ({ message }) => resolve({ log: message }))
    child.once('exit', () => resolve({ log }))
    child.stderr.on('data', (chunk) => {
      if (isUp) return // Its folder may be gone by the time it says its last words.
      log = (log + chunk).slice(-4_000)
      isUp = log.includes('ready to accept connections')
      if (isUp && child.pid) resolve({ url: urlOf(directory, port), pid: child.pid })
    })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
