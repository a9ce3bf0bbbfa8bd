/** What a whole run needs once: a PostgreSQL server of its own with a migrated template database, and the browser unpacked. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createOrAdopt } from '@vigia/db/embedded-database'
import { migrate } from '@vigia/db/migrate'
import { enableLogins } from '@vigia/db/roles'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { unpackBrowser } from './unpack-browser.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the server's maintenance database. */
    serverUrl: string
  }
}

/** Every scratch database is a copy of this one. */
export const TEMPLATE = 'vigia_template'

let stop = async (): Promise<void> => undefined

export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-tests-'))
  chmodSync(folder, 0o755) // As root the server runs as another user.
  const server = await createOrAdopt({
    directory: path.join(folder, 'postgres'),
    durable: false,
    settings: { max_connections: '300' },
  })
  stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server.url)
    await unpackBrowser()
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('serverUrl', server.url)
}

export const teardown = (): Promise<void> => stop()

async function makeTemplate(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${TEMPLATE}`
  await migrate(url.href)
  await enableLogins(url.href)
}
