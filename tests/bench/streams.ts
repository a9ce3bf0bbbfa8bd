/**
 * From the commit of an alert to the last of its subscribers by WebSocket, and what that costs the program, beside graphql-ws as it
 * comes: one execution a subscriber. The product is the whole program, as `npm start` starts it; the subscribers only count.
 */
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { urlOfRole } from '@vigia/db/roles'
import pg from 'pg'
import { aDetection } from '../support/builders/inm.ts'
import { feedsOf } from '../support/feeds.ts'
import { tokensOfMany } from '../support/signed-in.ts'
import { cpuOfProcess, mostMemoryOf } from './cpu.ts'
import { type BenchServer, emptyDatabase, query } from './database.ts'
import { IN_PRODUCTION } from './start-variants.ts'
import { QUESTION } from './stream-question.ts'
import { Subscribers } from './subscribers.ts'
import { started } from './variants.ts'

export interface FanOut {
  subscribers: number
  way: 'Vigía' | 'graphql-ws'
  /** Milliseconds from the commit to the last subscriber, of each alert. */
  toTheLast: readonly number[]
  /** Microseconds of CPU of the program, a subscriber and alert, in each round. */
  cpu: readonly number[]
  /** Alerts a second, of many committed at once. */
  aSecond: number
  /** The most that the program held, MB. */
  memory: number
}

const OF_A_SOCKET = 5
const ROUNDS = 5
const ALERTS_OF_A_ROUND = 5
const AT_ONCE = 100
const PAUSE_IN_MS = 150

/** Raises so many alerts; resolves when they are committed. */
type Raise = (count: number) => Promise<void>

interface Way {
  name: FanOut['way']
  child: ChildProcess
  port: number
  tokens: readonly string[]
  raise: Raise
}

/** The folder is for files of this run. */
export async function measureFanOut(
  server: BenchServer,
  { sizes, folder }: { sizes: readonly number[]; folder: string },
  say: (step: string) => void,
): Promise<FanOut[]> {
  const documents = path.join(folder, 'trusted-documents.json')
  writeFileSync(documents, JSON.stringify([QUESTION]))
  const measured: FanOut[] = []
  for (const size of sizes) {
    const ways: Way[] = []
    try {
      ways.push(await startProduct(server, size, documents), await startPeer())
      measured.push(...(await measureWays(ways, size, say)))
    } finally {
      for (const { child } of ways) child.kill('SIGKILL')
    }
  }
  return measured
}

async function measureWays(ways: readonly Way[], size: number, say: (step: string) => void): Promise<FanOut[]> {
  const measured: FanOut[] = []
  const open: Subscribers[] = []
  for (const way of ways) {
    say(`opening ${size} sockets at ${way.name}`)
    open.push(await Subscribers.open(way.port, size, way.tokens))
  }
  const figures = ways.map(() => ({ toTheLast: [] as number[], cpu: [] as number[], aSecond: 0, memory: 0 }))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, way] of ways.entries()) {
      const [subscribers, into] = [open[index], figures[index]]
      if (!subscribers || !into) continue
      const before = cpuOfProcess(way.child.pid ?? 0)
      const times = await tellOneByOne(way, subscribers)
      const cpu = (1_000 * (cpuOfProcess(way.child.pid ?? 0) - before)) / (ALERTS_OF_A_ROUND * size)
      say(`${way.name}, ${size}: last after ${Math.round(Math.max(...times))} ms, ${cpu.toFixed(1)} µs a subscriber`)
      if (round === 0) continue // It warms up.
      into.toTheLast.push(...times)
      into.cpu.push(cpu)
    }
  }
  for (const [index, way] of ways.entries()) {
    const [subscribers, into] = [open[index], figures[index]]
    if (!subscribers || !into) continue
    const began = performance.now()
    const told = subscribers.told(AT_ONCE)
    await way.raise(AT_ONCE)
    await told
    into.aSecond = (1_000 * AT_ONCE) / (performance.now() - began)
    into.memory = mostMemoryOf(way.child.pid ?? 0)
    subscribers.close()
    way.child.kill('SIGKILL')
    measured.push({ subscribers: size, way: way.name, ...into })
  }
  return measured
}

async function tellOneByOne({ raise }: Way, subscribers: Subscribers): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < ALERTS_OF_A_ROUND; i += 1) {
    const told = subscribers.told(1)
    await raise(1)
    const committed = performance.now()
    times.push(Math.max(0, (await told) - committed))
    await wait(PAUSE_IN_MS)
  }
  return times
}

/** In production a question is answered that the operator has entered. */
async function startProduct(server: BenchServer, size: number, documents: string): Promise<Way> {
  const database = await emptyDatabase(server, `streams_${size}`)
  const env = { DATABASE_URL: database, PORT: '0', TRUSTED_DOCUMENTS: documents, ...IN_PRODUCTION }
  const { child, port } = await started('../../gateway/src/main.ts', { args: ['--no-live', '--no-twin'], env })
  const childId = await aChild(database)
  const client = new pg.Client({ connectionString: urlOfRole(database, 'vigia_oversight') })
  client.on('error', () => {}) // At the end the server may stop before it.
  await client.connect()
  child.once('exit', () => void client.end())
  const raise: Raise = async (count) => {
    const ids = Array.from({ length: count }, () => randomUUID())
    await client.query({ name: 'raise', text: RAISE, values: [ids, childId] })
  }
  const tokens = await tokensOfMany(database, Math.ceil(size / OF_A_SOCKET), IN_PRODUCTION.OIDC_ISSUER)
  return { name: 'Vigía', child, port, tokens, raise }
}

/** Of whom an alert tells what another service knows. */
async function aChild(database: string): Promise<string> {
  const feeds = feedsOf(database)
  await feeds.takeIn('children/detections', [aDetection()])
  await feeds.stop()
  for (;;) {
    const [row] = await query<{ id: string }>(database, 'select child_id as id from oversight.child_ref')
    if (row) return row.id
    await wait(PAUSE_IN_MS)
  }
}

/** Of an owner whom nobody judges again, so that nothing else happens to it. */
const RAISE = `with raised as (
    insert into oversight.alert (id, kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
    select id, 'HELD_WITHOUT_LEGAL_BASIS', 'CHILD', id::text, 'a stay', $2::uuid, '07', 'CRITICAL', now(), now(), now()
    from unnest($1::uuid[]) id returning id
  )
  insert into oversight.alert_history (alert_id, at, step, severity, reached_at)
  select id, now(), 'OPENED', 'CRITICAL', now() from raised`

async function startPeer(): Promise<Way> {
  const { child, port } = await started('stream-peer.ts', {})
  const raise: Raise = async (count) => {
    for (let i = 0; i < count; i += 1) await fetch(`http://127.0.0.1:${port}/`, { method: 'POST' })
  }
  return { name: 'graphql-ws', child, port, tokens: [], raise }
}
