/**
 * From the commit of an alert to the last of its subscribers by WebSocket, and what that costs the program, beside graphql-ws as it
 * comes, one execution a subscriber, and beside a loop that only writes. The product is the whole program, as `npm start` starts it.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { cpuOfThreads, memoryOf } from './cpu.ts'
import type { BenchServer } from './database.ts'
import { startBoard, startEach, startProduct, type Telling } from './stream-product.ts'
import { BOARD_QUESTION, QUESTION } from './stream-question.ts'
import { clock, Subscribers } from './subscribers.ts'
import { started } from './variants.ts'

/** Over the same graph each subscriber costs as much as any other: of these there are fewer. */
export const WAYS = {
  product: 'Vigía',
  each: 'graphql-ws, the same graph',
  inMemory: 'graphql-ws, an alert in memory',
  bare: 'one frame, a bare loop',
} as const

export interface FanOut {
  way: (typeof WAYS)[keyof typeof WAYS]
  /** Which is told. */
  field: 'alertRaised' | 'boardChanged'
  /** Of the run: this way may have been measured with fewer. */
  size: number
  subscribers: number
  /** Milliseconds from the commit to the last subscriber, of each alert. */
  toTheLast: readonly number[]
  /** Microseconds of CPU of the program, a subscriber and alert, in each round; what it does at rest is not in it. */
  cpu: readonly number[]
  /** Milliseconds of CPU a second while nothing is told: all that the program does by itself, sockets open. */
  atRest: readonly number[]
  /** Alerts a second, sustained: many are committed at once, and as many again once everybody has been told of these. Null of figures, of which the newest is told alone. */
  aSecond: number | null
  /** MB with all sockets open, after everything was told; and what of it is not there without them. */
  memory: number
  ofSockets: number
}

const ROUNDS = 5
/** So many in all rounds that the 99th part is more than the slowest of them; who executes for each takes long enough for fewer. */
const ALERTS_OF_A_ROUND: Readonly<Record<keyof typeof WAYS, number>> = { product: 30, bare: 30, inMemory: 5, each: 1 }
const EACH_AT_MOST = 100
const AT_ONCE = 100
/** Of who executes for each: it takes long enough. */
const FEWER_AT_ONCE = 10
const SUSTAINED_FOR_MS = 10_000
const PAUSE_IN_MS = 50
const REST_IN_MS = 1_000

interface Way {
  of: Telling
  alertsOfARound: number
  figures: { -readonly [Key in keyof FanOut]: FanOut[Key] extends readonly number[] ? number[] : FanOut[Key] }
  /** Null: not sustained. */
  atOnce: number | null
}

type Say = (step: string) => void

/** The folder is for files of this run. */
export async function measureFanOut(
  server: BenchServer,
  { sizes, folder }: { sizes: readonly number[]; folder: string },
  say: Say,
): Promise<FanOut[]> {
  const documents = path.join(folder, 'trusted-documents.json')
  writeFileSync(documents, JSON.stringify([QUESTION, BOARD_QUESTION]))
  const measured: FanOut[] = []
  for (const size of sizes) {
    measured.push(
      ...(await measuredSideBySide(say, async (add) => {
        add(aWay('product', size, await startProduct(server, size, documents), AT_ONCE))
        add(aWay('each', size, await startEach(server, size)))
        add(aWay('inMemory', size, await startPeer('each', 'alertRaised')))
        add(aWay('bare', size, await startPeer('bare', 'alertRaised'), AT_ONCE))
      })),
    )
  }
  const most = Math.max(...sizes)
  const boards = await measuredSideBySide(say, async (add) => {
    add(ofFigures(aWay('product', most, await startBoard(server, most, documents))))
    add(ofFigures(aWay('inMemory', most, await startPeer('each', 'boardChanged'))))
    add(ofFigures(aWay('bare', most, await startPeer('bare', 'boardChanged'))))
  })
  return [...measured, ...boards]
}

/** What is begun is ended, whatever becomes of it. */
async function measuredSideBySide(say: Say, begin: (add: (way: Way) => void) => Promise<void>): Promise<FanOut[]> {
  const ways: Way[] = []
  const open: Subscribers[] = []
  try {
    await begin((way) => ways.push(way))
    await measureWays(ways, open, say)
    return ways.map(({ figures }) => figures)
  } finally {
    for (const subscribers of open) subscribers.close()
    for (const { of } of ways) of.child.kill('SIGKILL')
  }
}

function aWay(way: keyof typeof WAYS, size: number, of: Telling, atOnce = FEWER_AT_ONCE): Way {
  const subscribers = way === 'each' ? Math.min(size, EACH_AT_MOST) : size
  const nothing = { toTheLast: [], cpu: [], atRest: [], aSecond: null, memory: 0, ofSockets: 0 }
  const alertsOfARound = ALERTS_OF_A_ROUND[way]
  return {
    of,
    atOnce,
    alertsOfARound,
    figures: { way: WAYS[way], field: 'alertRaised', size, subscribers, ...nothing },
  }
}

function ofFigures({ figures, ...way }: Way): Way {
  return { ...way, atOnce: null, figures: { ...figures, field: 'boardChanged' } }
}

async function measureWays(ways: readonly Way[], open: Subscribers[], say: Say): Promise<void> {
  const followed: [Way, Subscribers][] = []
  for (const way of ways) {
    const { of, figures } = way
    const question = figures.field === 'alertRaised' ? QUESTION : BOARD_QUESTION
    say(`opening ${figures.subscribers} sockets at ${figures.way}`)
    const warm = await Subscribers.open(of.port, 1, of.tokens.slice(-1), question)
    open.push(warm)
    await tellOne(of, warm)
    figures.ofSockets = -memoryOf(of.child.pid ?? 0)
    warm.close()
    const subscribers = await Subscribers.open(of.port, figures.subscribers, of.tokens, question)
    open.push(subscribers)
    followed.push([way, subscribers])
  }
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [way, subscribers] of followed) await measureRound(way, subscribers, round === 0, say)
  for (const [{ of, figures, atOnce }, subscribers] of followed) {
    figures.aSecond = atOnce === null ? null : await sustained(of, subscribers, atOnce)
    figures.memory = memoryOf(of.child.pid ?? 0)
    figures.ofSockets += figures.memory
    say(
      `${figures.way}, ${figures.subscribers}: ${figures.aSecond?.toFixed(1) ?? 'no'} alerts a second, ${figures.memory} MB`,
    )
    subscribers.close()
    of.child.kill('SIGKILL')
  }
}

/** Alerts a second, one lot after the other for ten seconds or for one lot. */
async function sustained({ raise }: Telling, subscribers: Subscribers, atOnce: number): Promise<number> {
  const began = clock()
  for (let told = atOnce; ; told += atOnce) {
    const { toldAt } = await subscribers.expect(atOnce)
    await raise(atOnce)
    const ms = (await toldAt) - began
    if (ms >= SUSTAINED_FOR_MS) return (1_000 * told) / ms
  }
}

async function measureRound(
  { of, figures, alertsOfARound: alerts }: Way,
  subscribers: Subscribers,
  isWarmUp: boolean,
  say: Say,
) {
  const pid = of.child.pid ?? 0
  const spent = async (doing: () => Promise<unknown>) => {
    const [began, before] = [performance.now(), cpuOfThreads(pid)]
    await doing()
    return { cpu: cpuOfThreads(pid) - before, ms: performance.now() - began }
  }
  const rest = await spent(() => wait(REST_IN_MS))
  const times: number[] = []
  const telling = await spent(async () => {
    for (let i = 0; i < alerts; i += 1) {
      times.push(await tellOne(of, subscribers))
      await wait(PAUSE_IN_MS)
    }
  })
  const told = alerts * figures.subscribers
  const cpu = (1_000 * (telling.cpu - (rest.cpu / rest.ms) * telling.ms)) / told
  say(
    `${figures.way}, ${figures.subscribers}: last after ${times.map(Math.round)} ms, ${cpu.toFixed(1)} µs a subscriber`,
  )
  if (isWarmUp) return
  figures.toTheLast.push(...times)
  figures.cpu.push(cpu)
  figures.atRest.push((1_000 * rest.cpu) / rest.ms)
}

/** Milliseconds from its commit to the last. */
async function tellOne({ raise }: Telling, subscribers: Subscribers): Promise<number> {
  const { toldAt } = await subscribers.expect(1)
  const raisedAt = await raise(1)
  return (await toldAt) - raisedAt
}

async function startPeer(mode: 'each' | 'bare', field: FanOut['field']): Promise<Telling> {
  const { child, port } = await started('stream-peer.ts', { args: [mode, field] })
  const raise = async (count: number) => {
    const began = clock()
    for (let i = 0; i < count; i += 1) await fetch(`http://127.0.0.1:${port}/`, { method: 'POST' })
    return began
  }
  return { child, port, tokens: [], raise }
}
