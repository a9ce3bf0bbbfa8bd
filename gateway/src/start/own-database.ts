/** The database that this start works on: the one it is told of, or the embedded one. */
import { statfsSync } from 'node:fs'
import { refuseUnusableAddress } from '@vigia/db/address'
import { createOrAdopt, DatabaseUnavailable } from '@vigia/db/embedded-database'
import { migrate } from '@vigia/db/migrate'
import { enableLogins, loginsBy } from '@vigia/db/roles'
import { isDatabaseAway } from '@vigia/kit/database-faults'
import { KeysUnusable } from '@vigia/kit/seal/key-file'
import { prepareKeys } from '@vigia/kit/seal/prepare'
import { warn } from '../warn.ts'
import { CannotStart } from './cannot-start.ts'
import { goesInPlainWords, serverAt } from './database-server.ts'
import { howFar } from './how-far.ts'
import { DISK_IS_FULL, type Program } from './program.ts'

export interface OwnDatabase {
  /** An administrator's address. */
  url: string
  /** How to begin with an empty one. */
  toBeginAfresh: string
  /** Stops the embedded one; a foreign one is left as it is. */
  stop: () => Promise<void>
  /** Whether the embedded one has no room left: PostgreSQL ends then, and its askers hear no more than that. */
  isDiskFull: () => boolean
}

/** Room for five services and the gateway, and an intake that does not wait for a checkpoint every few seconds. */
const SETTINGS = {
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '32MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
}

/** PostgreSQL writes its journal in files of that size. */
const LEAST_ROOM = 16 * 1024 * 1024
const LEAST_VERSION = 150_000
/** OPERATING.md says of what, and of how many more where each part runs twice. */
const NEEDED_AT_MOST = 120

/** At this version of the program, with a login for each service. Throws CannotStart or DatabaseUnavailable. */
export async function openDatabase(databaseUrl: string | null, { stops, say, phases }: Program): Promise<OwnDatabase> {
  const database = await reachDatabase(databaseUrl, say)
  stops.add('database', database.stop)
  phases.done('database')
  try {
    await prepare(database, phases, say)
  } catch (error) {
    throw database.isDiskFull() ? new CannotStart(DISK_IS_FULL, { cause: error }) : error
  }
  return database
}

async function prepare(database: OwnDatabase, phases: Program['phases'], say: Program['say']): Promise<void> {
  const { url } = database
  const { begins, ended } = howFar(say)
  try {
    const { length } = await migrate(url, { begins, warns: warn })
    phases.done(length === 0 ? 'nothing to migrate' : `${length} migrations`)
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    const why = `The database cannot be brought to this version of the program: ${reasonOf(error)}.`
    throw new CannotStart(`${why} ${wayOutOf(error, database)}`, { cause: error })
  } finally {
    ended()
  }
  await enableLogins(url)
  await prepareKeys(url).catch((error: unknown) => {
    throw error instanceof KeysUnusable ? new CannotStart(error.message) : error
  })
}

/** Nobody is told to leave a registry of real children behind. */
function wayOutOf(error: unknown, { toBeginAfresh }: OwnDatabase): string {
  if (isDatabaseAway(error)) return 'Start again once it is there: what was applied stays.'
  if (process.env['NODE_ENV'] !== 'production') return `To begin afresh, ${toBeginAfresh}.`
  return 'What was applied before stays; gateway/OPERATING.md says how to go back ("A newer version").'
}

async function reachDatabase(databaseUrl: string | null, say: Program['say']): Promise<OwnDatabase> {
  if (databaseUrl === null) {
    const { url, directory, stop } = await createOrAdopt({ settings: SETTINGS, say })
    return { url, stop, toBeginAfresh: `move ${directory} away`, isDiskFull: () => roomIn(directory) < LEAST_ROOM }
  }
  refuseUnusableAddress(databaseUrl)
  await refuseUnusable(databaseUrl)
  const toBeginAfresh = 'name an empty database in DATABASE_URL'
  return { url: databaseUrl, stop: async () => {}, toBeginAfresh, isDiskFull: () => false }
}

function roomIn(directory: string): number {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize
}

async function refuseUnusable(url: string): Promise<void> {
  const { version, letsIn, openFrom } = await serverAt(url).catch((error: unknown) => {
    throw new CannotStart(`The database of DATABASE_URL at ${placeOf(url)} cannot be reached: ${reasonOf(error)}.`)
  })
  if (version < LEAST_VERSION)
    throw new CannotStart(
      `The database of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed.`,
    )
  if (letsIn < NEEDED_AT_MOST)
    warn(
      `The server of DATABASE_URL lets ${letsIn} in at once, and ${NEEDED_AT_MOST} may be needed: set its max_connections to 200.`,
    )
  if (process.env['NODE_ENV'] === 'production' && goesInPlainWords(openFrom))
    warn(
      'What goes to the server of DATABASE_URL and comes from it is not encrypted: write sslmode=verify-full and sslrootcert behind its "?".',
    )
  loginsBy(url) // Before anything is migrated: throws where it is no address of which those of the services can be made.
}

/** Without the password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  if (!(error instanceof Error)) return 'no reason was given'
  const { code } = error as { code?: unknown }
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'nothing listens there'
  if (code === 'ENOTFOUND') return 'there is no such host'
  if (code === '28P01') return 'the password is wrong'
  if (error.message.endsWith('client password must be a string')) return 'it wants a password, and the address has none'
  if (code === '3D000') return 'there is no database of that name'
  return error.message.replace(/\.$/, '')
}
