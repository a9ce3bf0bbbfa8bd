/** The whole program as `npm start` starts it, with somebody to tell of, and many who may follow. */
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { urlOfRole } from '@vigia/db/roles'
import pg from 'pg'
import { aDetection } from '../support/builders/inm.ts'
import { feedsOf } from '../support/feeds.ts'
import { tokensOfMany } from '../support/signed-in.ts'
import { type BenchServer, emptyDatabase, query } from './database.ts'
import { IN_PRODUCTION } from './start-variants.ts'
import { clock } from './subscribers.ts'
import { started } from './variants.ts'

/** A program that tells its subscribers of alerts. */
export interface Telling {
  child: ChildProcess
  port: number
  /** One for five sockets; none where everybody is let in. */
  tokens: readonly string[]
  /** Raises so many alerts. Gives the instant at which they were committed; of what is in memory alone, at which it began. */
  raise: (count: number) => Promise<number>
}

const OF_A_SOCKET = 5
const LOOK_EVERY_MS = 150

/** In production a question is answered that the operator has entered. */
export async function startProduct(server: BenchServer, size: number, documents: string): Promise<Telling> {
  const database = await emptyDatabase(server, `streams_${size}`)
  const env = { DATABASE_URL: database, PORT: '0', TRUSTED_DOCUMENTS: documents, ...IN_PRODUCTION }
  const { child, port } = await started('../../gateway/src/main.ts', { args: ['--no-live', '--no-twin'], env })
  const raise = await raiser(database, child)
  const tokens = await tokensOfMany(database, Math.ceil(size / OF_A_SOCKET), IN_PRODUCTION.OIDC_ISSUER)
  return { child, port, tokens, raise }
}

/** graphql-ws as it comes, over the same five services and a database of its own: it executes once for each subscriber. */
export async function startEach(server: BenchServer, size: number): Promise<Telling> {
  const database = await emptyDatabase(server, `each_${size}`)
  const { child, port } = await started('stream-each.ts', { args: [database] })
  return { child, port, tokens: [], raise: await raiser(database, child) }
}

/** The same program, of which the figures move and no alert is raised. */
export async function startBoard(server: BenchServer, size: number, documents: string): Promise<Telling> {
  const database = await emptyDatabase(server, `boards_${size}`)
  const env = { DATABASE_URL: database, PORT: '0', TRUSTED_DOCUMENTS: documents, ...IN_PRODUCTION }
  const { child, port } = await started('../../gateway/src/main.ts', { args: ['--no-live', '--no-twin'], env })
  const client = await clientFor(database, child)
  const raise = async () => {
    await client.query(RAISE_VERSION)
    return clock()
  }
  const tokens = await tokensOfMany(database, Math.ceil(size / OF_A_SOCKET), IN_PRODUCTION.OIDC_ISSUER)
  return { child, port, tokens, raise }
}

/** As a service does whose figures have changed (raiseVersion of the kit). */
const RAISE_VERSION = `with raised as materialized (select outbox.raise_version('oversight'))
  select pg_notify('vigia_board', 'oversight') from raised`

/** Writes alerts of one child, of whom another service knows more. */
async function raiser(database: string, child: ChildProcess): Promise<Telling['raise']> {
  const childId = await aChild(database)
  const client = await clientFor(database, child)
  return async (count) => {
    const ids = Array.from({ length: count }, () => randomUUID())
    await client.query({ name: 'raise', text: RAISE, values: [ids, childId] })
    return clock()
  }
}

/** As long as the program runs. */
async function clientFor(database: string, child: ChildProcess): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOfRole(database, 'vigia_oversight') })
  client.on('error', () => {}) // At the end the server may stop before it.
  await client.connect()
  child.once('exit', () => void client.end())
  return client
}

async function aChild(database: string): Promise<string> {
  const feeds = feedsOf(database)
  await feeds.takeIn('children/detections', [aDetection()])
  await feeds.stop()
  for (;;) {
    const [row] = await query<{ id: string }>(database, 'select child_id as id from oversight.child_ref')
    if (row) return row.id
    await wait(LOOK_EVERY_MS)
  }
}

/** Of an owner whom nobody judges again, so that nothing else happens to it. */
export const RAISE = `with raised as (
    insert into oversight.alert (id, kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
    select id, 'HELD_WITHOUT_LEGAL_BASIS', 'CHILD', id::text, 'a stay', $2::uuid, '07', 'CRITICAL', now(), now(), now()
    from unnest($1::uuid[]) id returning id
  )
  insert into oversight.alert_history (alert_id, at, step, severity, reached_at)
  select id, now(), 'OPENED', 'CRITICAL', now() from raised`
