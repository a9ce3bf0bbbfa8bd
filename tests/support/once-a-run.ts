/** What a whole run needs once: a PostgreSQL server with a migrated template database, and the browser unpacked. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createOrAdopt } from '@vigia/db/embedded-database'
import { migrate } from '@vigia/db/migrate'
import { openPool } from '@vigia/db/open'
import { enableLogins, urlOfRole } from '@vigia/db/roles'
import { prepareKeys } from '@vigia/kit/seal/prepare'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { makeJobTables } from '../../services/oversight/src/delivery/worker.ts'
import { quickFolder, sweepMemory } from './quick-folder.ts'
import { unpackBrowser } from './unpack-browser.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the server's maintenance database. */
    serverUrl: string
    /** Whether it is the oldest that the registry may be given. */
    isOldest: boolean
  }
}

/** Every scratch database is a copy of this one. */
export const TEMPLATE = 'vigia_template'

/** What a run leaves on a server that outlives it. */
const LEFT = `select datname from pg_database where datname in ('${TEMPLATE}', 'vigia_twin') or datname ~ '^scratch_[0-9a-f]{12}$'`

/** For a project of the run; returns what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const isOldest = project.name === 'postgresql-15'
  project.provide('isOldest', isOldest)
  const made = process.env['VIGIA_TESTS_SERVER']
  if (made && !isOldest) {
    project.provide('serverUrl', made)
    return async () => undefined
  }
  const server = await (isOldest ? openEmbedded('postgres-15-') : openServer(process.env['TEST_DATABASE_URL']))
  const folder = keepKeysOutOfTheWay()
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  sweepMemory()
  try {
    await makeTemplate(server.url)
    if (!isOldest) await unpackBrowser()
  } catch (error) {
    await stop()
    throw error
  }
  // The other projects of the run find it there, and do not make one too.
  if (!isOldest) process.env['VIGIA_TESTS_SERVER'] = server.url
  project.provide('serverUrl', server.url)
  return stop
}

/**
 * Services sign what they read, and seal what they take in: in a folder of the run, never where a registry of this machine has its own.
 * One for all projects of the run: whoever comes second would take away the keys of the first. Returns it.
 */
function keepKeysOutOfTheWay(): string {
  process.env['VIGIA_TESTS_KEYS'] ??= mkdtempSync(path.join(tmpdir(), 'vigia-tests-keys-'))
  const folder = process.env['VIGIA_TESTS_KEYS']
  process.env['VIGIA_KEYS'] = path.join(folder, 'keys.json')
  process.env['VIGIA_ERASED'] = path.join(folder, 'erased.jsonl')
  process.env['VIGIA_AUDIT_HEADS'] = path.join(folder, 'heads')
  process.env['VIGIA_AUDIT_KEY'] = path.join(folder, 'key.pem')
  return folder
}

interface Server {
  url: string
  stop: () => Promise<void>
}

/** The server of TEST_DATABASE_URL, for a run on another PostgreSQL; else an embedded one of this run's own. */
async function openServer(given: string | undefined): Promise<Server> {
  if (!given) return openEmbedded()
  await sweep(given)
  return { url: given, stop: () => sweep(given) }
}

/** Passwords of the run are of chance alone: stretching them, some thousand times a run, protects nobody. PostgreSQL 15 cannot leave it. */
const QUICK_SIGN_IN = { scram_iterations: '1' }

async function openEmbedded(family?: string): Promise<Server> {
  const folder = quickFolder('tests')
  const { url, stop } = await createOrAdopt({
    directory: path.join(folder, 'postgres'),
    durable: false,
    ...(family ? { family } : {}),
    settings: { max_connections: '300', ...(family ? {} : QUICK_SIGN_IN) },
  })
  return {
    url,
    stop: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function sweep(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(LEFT)
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
  await client.end()
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${TEMPLATE}`
  await migrate(url.href)
  await enableLogins(url.href)
  await prepareKeys(url.href)
  await makeJobs(url.href)
}

/** Those of the library that delivers, which every world that is live would make for itself. */
async function makeJobs(url: string): Promise<void> {
  const pool = openPool(urlOfRole(url, 'vigia_oversight'), 1)
  await makeJobTables(pool)
  await pool.end()
}
