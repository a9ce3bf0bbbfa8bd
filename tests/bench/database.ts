/** The benchmark's own PostgreSQL: safe against power cuts as in use, with databases of N children each. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createOrAdopt } from '@vigia/db/embedded-database'
import { migrate } from '@vigia/db/migrate'
import { enableLogins } from '@vigia/db/roles'
import pg from 'pg'

export interface BenchServer {
  url: string
  postmaster: number
  stop: () => Promise<void>
}

/** Named in the results: they are the same for every variant. */
export const SETTINGS = {
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  max_connections: '200',
  maintenance_work_mem: '256MB',
}

const CHUNK = 50_000
const COUNTING = ['placements', 'representation', 'returns']

export async function startServer(): Promise<BenchServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-bench-'))
  chmodSync(folder, 0o755) // As root the server runs as another user.
  const directory = path.join(folder, 'postgres')
  const server = await createOrAdopt({ directory, settings: SETTINGS })
  const [line = ''] = readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n')
  return {
    url: server.url,
    postmaster: Number(line),
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A database of N children, every figure of which is counted. Gives its address. */
export async function seedDatabase(
  server: BenchServer,
  children: number,
  say: (step: string) => void,
): Promise<string> {
  const url = await emptyDatabase(server, `children_${children}`)
  await setOnServer(server, 'set fsync = off')
  await fill(url, children, say)
  say('indexes for live counting')
  for (const statement of statementsOf('live-indexes')) await query(url, statement)
  await query(url, 'vacuum analyze')
  await setOnServer(server, 'reset fsync')
  await query(url, 'checkpoint')
  return url
}

/** Puts N children into a migrated database, with what the services keep of each other, and counts them. */
export async function fill(url: string, children: number, say: (step: string) => void): Promise<void> {
  for (const statement of statementsOf('facts').map((text) => text.replaceAll('$N', String(children)))) {
    say(statement.split('\n').at(0)?.slice(0, 60) ?? '')
    await query(url, statement)
  }
  say('what the services keep of each other')
  for (const statement of statementsOf('pictures')) await query(url, statement)
  say('counting')
  await Promise.all(COUNTING.map((service) => count(url, service, children)))
}

export async function emptyDatabase(server: BenchServer, name: string): Promise<string> {
  await query(server.url, `create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  await migrate(url.href)
  await enableLogins(url.href)
  return url.href
}

/**
 * An empty database on a server that owes the disk nothing: what the run before has written is let go of, or it would be written out
 * while this one is timed.
 */
export async function emptyOnQuietDisk(server: BenchServer, name: string, before: string | null): Promise<string> {
  if (before !== null) await query(server.url, `drop database ${new URL(before).pathname.slice(1)}`)
  const url = await emptyDatabase(server, name)
  await query(server.url, 'checkpoint')
  execFileSync('sync')
  return url
}

/** A copy of a database that nobody is connected to. */
export async function copyOf(server: BenchServer, database: string, suffix: string): Promise<string> {
  const url = new URL(database)
  const name = url.pathname.slice(1)
  await query(server.url, `create database ${name}_${suffix} template ${name}`)
  url.pathname = `/${name}_${suffix}`
  return url.href
}

/** All is vacuumed and analysed by then: what the server would still do of its own accord would be counted as the requests' CPU. */
export const withoutAutovacuum = (server: BenchServer): Promise<void> => setOnServer(server, 'set autovacuum = off')
export const withAutovacuum = (server: BenchServer): Promise<void> => setOnServer(server, 'reset autovacuum')

/** Seeding need not survive a power cut; measuring is done as in use. */
async function setOnServer(server: BenchServer, change: string): Promise<void> {
  await query(server.url, `alter system ${change}`)
  await query(server.url, 'select pg_reload_conf()')
}

/**
 * By the product's own functions, as after an intake: the ledger of every child, and its deltas. Folded once, at the end:
 * a day's counter that is raised twenty times is the same as one that is written once.
 */
async function count(url: string, service: string, children: number): Promise<void> {
  for (let from = 0; from < children; from += CHUNK) {
    const some = `select child_id from bench.drawn where g > ${from} and g <= ${from + CHUNK}`
    await query(url, `select ${service}.refresh(array(${some}))`)
  }
  await query(url, `set work_mem = '256MB'; select outbox.fold('${service}')`)
}

/** A role's setting (no triggers) must last over the statements that follow it, so a block of them goes as one. */
function statementsOf(name: string): string[] {
  const text = readFileSync(path.join(import.meta.dirname, 'sql', `${name}.sql`), 'utf8')
  const [before = '', within, after = ''] = text.split(/^set session_replication_role = .*$/m)
  if (within === undefined) return [text]
  const quiet = within
    .split(/\n\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `set session_replication_role = replica; ${part}; set session_replication_role = origin`)
  return [before, ...quiet, after].filter((part) => part.trim() !== '')
}

export async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const results: unknown = await client.query(sql)
    return Array.isArray(results) ? [] : (results as pg.QueryResult<Row>).rows
  } finally {
    await client.end()
  }
}
