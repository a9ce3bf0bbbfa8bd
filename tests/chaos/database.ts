/** The database of a run: a PostgreSQL of its own, which falls as hard as it can and rises again where it was. */
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createOrAdopt } from '@vigia/db/embedded-database'
import { migrate } from '@vigia/db/migrate'
import { enableLogins } from '@vigia/db/roles'
import { prepareKeys } from '@vigia/kit/seal/prepare'
import pg from 'pg'

export interface FallingDatabase {
  /** An administrator's address. */
  url: string
  query: <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row[]>
  /** What `pg_ctl stop -m immediate` does: every process of it ends at once, and the next start recovers from the journal. */
  fall: () => void
  stop: () => Promise<void>
}

/** A crash of the program loses nothing without fsync; what is committed must be in the journal before it is acknowledged. */
const SETTINGS = { max_connections: '200', fsync: 'off', synchronous_commit: 'on', full_page_writes: 'off' }

/** Migrated and empty. Keeps the keys of the registry in the folder too, for this process and those that it starts. */
export async function startFallingDatabase(folder: string): Promise<FallingDatabase> {
  keepKeysIn(folder)
  const directory = path.join(folder, 'postgres')
  const server = await createOrAdopt({ directory, settings: SETTINGS, say: () => {} })
  await migrate(server.url)
  await enableLogins(server.url)
  await prepareKeys(server.url)
  const pool = new pg.Pool({ connectionString: server.url, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const fall = () => {
    const postmaster = Number(readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(postmaster, 'SIGQUIT')
  }
  // It is nobody's child: a run that is broken off must not leave it behind.
  process.once('exit', fall)
  return {
    url: server.url,
    query: async (sql, values) => (await pool.query(sql, values && [...values])).rows,
    fall,
    async stop() {
      process.off('exit', fall)
      await pool.end()
      await server.stop()
    },
  }
}

function keepKeysIn(folder: string): void {
  mkdirSync(folder, { recursive: true })
  Object.assign(process.env, {
    VIGIA_DATA: folder,
    VIGIA_KEYS: path.join(folder, 'keys.json'),
    VIGIA_ERASED: path.join(folder, 'erased.jsonl'),
    VIGIA_AUDIT_HEADS: path.join(folder, 'heads'),
    VIGIA_AUDIT_KEY: path.join(folder, 'audit-key.pem'),
  })
}
