/** What is measured: each variant is a process of its own on loopback, ended by its own process id. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { type Load, NotWhole } from './load.ts'

export interface Variant {
  name: string
  children: number
  url: string
  pid: number
  nextBody: Load['nextBody']
  /** With which it lets one in; the peers let everybody in. */
  headers: Readonly<Record<string, string>>
  connections: number
  /** So slow that it is asked a number of times instead of for a while: what is cut off at the end would weigh. */
  isSlow: boolean
  /** Keeps answers: after a rest it has to learn the version of the figures again before it may give one out. */
  keepsAnswers: boolean
  child: ChildProcess
}

const BOARD = readFileSync(path.join(import.meta.dirname, '../acceptance/oversight.graphql'), 'utf8')
const PERIOD = { from: '2026-01-01', to: '2026-12-31' }

/** What the operator of a registry in production has entered: there only documents that are known are answered. */
export const DOCUMENTS_TO_TRUST = JSON.stringify([BOARD])

/** One key: every request is the same. */
export const sameBody = (): string => JSON.stringify({ query: BOARD, variables: { period: PERIOD } })

/** No key twice: no cache and no joining of like requests can help. The document is the same, the period is not. */
export function newBodies(): () => string {
  let asked = 0
  return () => {
    const period = { from: dayAfter('2026-01-01', asked % 300), to: dayAfter('2026-12-31', Math.floor(asked / 300)) }
    asked += 1
    return JSON.stringify({ query: BOARD, variables: { period } })
  }
}

const DAY_IN_MS = 86_400_000

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_IN_MS).toISOString().slice(0, 10)
}

/** Starts a program and waits until it tells its port: alone on a line, or at the end of an address. */
export async function started(
  file: string,
  { args = [], env = {}, input }: { args?: readonly string[]; env?: NodeJS.ProcessEnv; input?: Buffer },
): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, file), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...env },
  })
  // Also where the bench fails: what it started would go on, and be measured by the next run.
  process.once('exit', () => child.kill('SIGKILL'))
  child.stdin.end(input)
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`${file} ended with ${status} before it answered.`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = /^(\d+)$|http:\/\/[\w.]+:(\d+)/.exec(line)
      if (told) resolve(Number(told[1] ?? told[2]))
    })
  })
  return { child, port }
}

/** Throws NotWhole where something was left out. */
export async function answerOfVariant({ url, nextBody, headers }: Variant): Promise<Buffer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: nextBody(),
  })
  const body = Buffer.from(await response.arrayBuffer())
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${body.toString().slice(0, 300)}`)
  if (body.includes('"errors":[')) throw new NotWhole(`${url} left something out: ${body.toString().slice(-300)}`)
  return body
}

/** Only the one that is measured runs; what the others do by themselves would be counted as its. */
export async function wake(variants: readonly Variant[], awake: Variant): Promise<void> {
  for (const { child, pid } of variants) child.kill(pid === awake.pid ? 'SIGCONT' : 'SIGSTOP')
  if (awake.keepsAnswers) await warm(awake)
}

const FAST_IN_MS = 5
const MOST_ASKS = 2_000

/** Until its kept answers are given out again. */
async function warm(variant: Variant): Promise<void> {
  const kept = { ...variant, nextBody: sameBody }
  for (let fast = 0, asked = 0; fast < 20; asked += 1) {
    if (asked > MOST_ASKS) throw new Error(`${variant.name} does not give out what it keeps.`)
    const began = performance.now()
    await wholeAnswerOf(kept)
    fast = performance.now() - began < FAST_IN_MS ? fast + 1 : 0
  }
}

const MOST_RESTS = 150
const REST_IN_MS = 200

/** What waited for a service while the program was stopped has failed, and for a while it leaves that service out. */
export async function wholeAnswerOf(variant: Variant): Promise<Buffer> {
  for (let rests = 0; ; rests += 1) {
    try {
      return await answerOfVariant(variant)
    } catch (error) {
      if (!(error instanceof NotWhole) || rests === MOST_RESTS) throw error
      await wait(REST_IN_MS)
    }
  }
}
