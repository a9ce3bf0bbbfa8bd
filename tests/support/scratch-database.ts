/** A migrated database of one test's own, copied from the template of the run and dropped after. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { keptPool } from './kept-pools.ts'

export interface ScratchDatabase {
  /** Of the owner, who may do anything. */
  url: string
  query: <Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<Row[]>
  /** Runs a statement on the server, outside this database. */
  onServer: (sql: string) => Promise<void>
  /** Keeps it under another name, for others to be copied from. */
  becomeTemplate: (template: string) => Promise<void>
  /** Closes every connection to it, whoever holds it, and removes it. */
  drop: () => Promise<void>
}

export async function scratchDatabase(template = 'vigia_template'): Promise<ScratchDatabase> {
  const serverUrl = inject('serverUrl')
  const name = `scratch_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `create database ${name} template ${template} strategy file_copy`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const pool = new pg.Pool({ connectionString: url.href, max: 4 })
  // Dropping the database ends connections that lie idle, or are just going; nobody waits for those.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    url: url.href,
    query: async (sql, values) => (await pool.query(sql, values && [...values])).rows,
    onServer: (sql) => onServer(serverUrl, sql),
    async becomeTemplate(template) {
      await pool.end()
      // A statement whose program has ended may still run: PostgreSQL waits five seconds for it, and then refuses.
      await onServer(
        serverUrl,
        `select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = '${name}'`,
      )
      await onServer(serverUrl, `alter database ${name} rename to ${template}`)
    },
    async drop() {
      if (!pool.ended) await pool.end()
      await onServer(serverUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

/** By a connection that stays: each database is made and removed by it. */
async function onServer(serverUrl: string, sql: string): Promise<void> {
  await keptPool(serverUrl).query(sql)
}
