/** A server is reached by a socket in its own folder, and by the network where there can be none. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createOrAdopt, runningDatabase } from '../embedded-database.ts'
import { binaries } from './binaries.ts'
import { endServer, isAlive } from './process.ts'
import { launch } from './server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-socket-'))
chmodSync(folder, 0o755) // mkdtemp makes 0700, which the server's user may not enter
const directory = path.join(folder, 'postgres')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The address at which the server was reached; null where that was by a socket. */
async function reachedAt(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ at: string | null }>('select host(inet_server_addr()) as at')
  await client.end()
  return rows[0]?.at ?? null
}

const socketsIn = (of: string) => readdirSync(of).filter((name) => name.startsWith('.s.PGSQL.'))
const pidIn = (of: string) => Number.parseInt(readFileSync(path.join(of, 'postmaster.pid'), 'utf8'), 10)

test('given a folder of one’s own, the server is reached by its socket, also by whoever comes second, and by the network', async () => {
  const database = await createOrAdopt({ directory, durable: false })
  const beside = new URL(database.url)
  beside.hostname = '127.0.0.1'

  expect(await reachedAt(database.url)).toBeNull()
  expect(await runningDatabase(directory)).toBe(database.url)
  expect(await reachedAt(beside.href)).toBe('127.0.0.1')

  await database.stop()
  expect(socketsIn(directory)).toEqual([])
})

test('given a server that was killed, the next one takes away the socket that it left', async () => {
  const killed = await createOrAdopt({ directory, durable: false })
  const left = socketsIn(directory)
  const pid = pidIn(directory)
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)

  const database = await createOrAdopt({ directory, durable: false })

  expect(await reachedAt(database.url)).toBeNull()
  expect(socketsIn(directory)).toHaveLength(2)
  expect(socketsIn(directory)).not.toEqual(expect.arrayContaining(left))
  await database.stop()
  await killed.stop()
})

test('given a folder whose path is too long for a socket, it is reached by the network', async () => {
  const long = path.join(folder, 'x'.repeat(100))
  const database = await createOrAdopt({ directory: long, durable: false })

  expect(await reachedAt(database.url)).toBe('127.0.0.1')
  expect(socketsIn(long)).toEqual([])
  await database.stop()
})

test('given a folder that holds no socket, it is reached by the network', async () => {
  const { postgres } = await binaries(folder)
  const port = await aFreePort()
  mkdirSync(path.join(directory, `.s.PGSQL.${port}`))

  const server = await launch({ postgres, directory, settings: { fsync: 'off' }, port })

  if (!('url' in server)) throw new Error(server.log)
  expect(await reachedAt(server.url)).toBe('127.0.0.1')
  await endServer(directory, server.pid)
})

function aFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
