/** Applies the migrations that are missing, one transaction each, recorded the way Prisma records them. */
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { refuseUnusableAddress } from './address.ts'
import { AskedWrongly, askedOf, IN_ENGLISH, noMoreThan } from './asked.ts'
import { DatabaseUnavailable } from './embedded/unavailable.ts'
import { helped } from './helped-migrations.ts'

const FOLDER = path.join(import.meta.dirname, '..', 'migrations')

const RECORD_TABLE = `create table if not exists public._prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count int not null default 0)`

interface Migration {
  name: string
  sql: string
  checksum: string
}

/** The migrations of this version of the program, oldest first. */
export function migrationsOnDisk(): Migration[] {
  return namesOnDisk().map((name) => {
    const sql = readFileSync(path.join(FOLDER, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/** Their names alone. */
export function namesOnDisk(): string[] {
  const entries = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return entries.map(({ name }) => name).sort()
}

interface Hears {
  /** Of each before it is applied, and which of all it is. */
  begins?: (name: string, place: number, all: number) => void
  /** What a migration warns of: whoever runs the registry may have to tell somebody. */
  warns?: (sentence: string) => void
}

/**
 * Brings the database to this version; gives the names applied by this call. Several processes may call it at once: one
 * applies, the others wait and find nothing. Throws when an applied migration has since been altered, or when one fails; and
 * DatabaseUnavailable where its address is none, the database takes no writes, is of a newer version, is not in UTF8, or one of an older is at
 * work on it.
 */
export async function migrate(adminUrl: string, { begins, warns }: Hears = {}): Promise<string[]> {
  if (URL.canParse(adminUrl)) refuseUnusableAddress(adminUrl)
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {}) // Told by the question that was asked.
  client.on('notice', ({ severity, message }) => {
    if (severity === 'WARNING' && message) warns?.(message)
  })
  await client.connect()
  try {
    await refuseWithoutWrites(client)
    await refuseOtherLetters(client)
    await client.query("select pg_advisory_lock(hashtext('vigia.migrate'))")
    await client.query(RECORD_TABLE)
    const applied = await checksumsApplied(client)
    const known = migrationsOnDisk()
    refuseNewer(applied, known)
    const missing = known.filter(({ name, checksum }) => {
      const before = applied.get(name)
      if (before && before !== checksum) throw new Error(`Migration ${name} was altered after it had been applied.`)
      return !before
    })
    if (missing.length > 0 && applied.size > 0) await refuseWhileAtWork(client)
    for (const [index, migration] of missing.entries()) {
      begins?.(migration.name, index + 1, missing.length)
      await apply(client, migration)
    }
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** On the day of a failover the address may lead to the server that is not yet promoted: nothing is wrong with the registry. */
async function refuseWithoutWrites(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ transaction_read_only: string }>('show transaction_read_only')
  if (rows[0]?.transaction_read_only !== 'on') return
  throw new DatabaseUnavailable(
    'The database takes no writes: it is a standby, or was set so (default_transaction_read_only). Name the server that takes them, or start again once this one does.',
    {
      es: 'La base de datos no admite escrituras: es una réplica, o así se configuró (default_transaction_read_only). Nombre el servidor que las admite, o vuelva a intentarlo cuando este las admita.',
    },
  )
}

/** In another encoding letters are not kept, or counted byte by byte: SQL_ASCII is that of a server that was made without a locale. */
async function refuseOtherLetters(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_encoding: string }>('show server_encoding')
  const encoding = rows[0]?.server_encoding
  if (encoding === 'UTF8') return
  const how = "create database … encoding 'UTF8' template template0"
  throw new DatabaseUnavailable(`The database is in ${encoding}, and has to be in UTF8: ${how}.`, {
    es: `La base de datos está en ${encoding} y debe estar en UTF8: ${how}.`,
  })
}

function refuseNewer(applied: ReadonlyMap<string, string>, known: readonly Migration[]): void {
  const names = new Set(known.map(({ name }) => name))
  const newest = [...applied.keys()]
    .filter((name) => !names.has(name))
    .sort()
    .at(-1)
  if (newest !== undefined) throw isNewer(newest)
}

/** Why a database cannot be used that a newer version of the program has migrated. */
export function isNewer(newest: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `The database is of a newer version of the program, which applied ${newest}: start that version, or a later one.`,
    {
      es: `La base de datos es de una versión más nueva del programa, que aplicó ${newest}: use esa, o una posterior.`,
    },
  )
}

const AT_WORK = `select exists (select from pg_stat_activity
  where datname = current_database() and usename ~ '^vigia_(children|placements|representation|returns|oversight|gateway|sessions)') as yes`
/** A program that has just ended may still have connections. */
const LOOKS = 20
const BETWEEN_LOOKS_IN_MS = 250

/** Whoever is at work on it since before the migration is of another version: its statements are of the tables of then. */
async function refuseWhileAtWork(client: pg.Client): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { rows } = await client.query<{ yes: boolean }>(AT_WORK)
    if (!rows[0]?.yes) return
    await pause(BETWEEN_LOOKS_IN_MS)
  }
  throw new DatabaseUnavailable(
    'An older version of the program is at work on this database, which is to be migrated: stop all of its processes first.',
    {
      es: 'Una versión anterior del programa trabaja con esta base de datos, que hay que migrar: termine antes sus procesos.',
    },
  )
}

async function checksumsApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'select migration_name, checksum from public._prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(helped(name, sql)) // One simple query: a `;` inside a function body is no end.
    await client.query(
      `insert into public._prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       values ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new Error(`Migration ${name} could not be applied: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}

const USAGE = `Usage: DATABASE_URL=postgres://… npm run migrate
Applies the migrations that this database lacks, one transaction each, and names them. npm start and the other commands do so by
themselves.`

if (import.meta.main) {
  const url = askedOf({ usage: USAGE, sentences: IN_ENGLISH, flags: {} }, ({ positionals }) => {
    noMoreThan(0, positionals, IN_ENGLISH)
    return process.env['DATABASE_URL'] || wrongly('Set DATABASE_URL to the database that is to be migrated.')
  })
  try {
    const names = await migrate(url, { warns: console.error })
    console.log(names.length === 0 ? 'The database is up to date.' : names.join('\n'))
  } catch (error) {
    console.error(`The database of DATABASE_URL cannot be migrated: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

function wrongly(sentence: string): never {
  throw new AskedWrongly(sentence)
}
