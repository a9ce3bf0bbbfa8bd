/** What a service does by itself while it runs: numbers events, follows the others, folds its counts. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { type Trouble, troubleIn } from './database-faults.ts'
import { type Following, followOnce } from './follow.ts'
import { log } from './log.ts'
import { numberEvents } from './sequencer.ts'
import type { Stop } from './service.ts'
import { tick, type WriteSnapshot } from './tick.ts'

const BETWEEN_ROUNDS_IN_MS = 200
const AFTER_A_FAULT_IN_MS = 1_000
/** Time alone moves a figure at least this often. */
const UNCHANGED_FOR_IN_MS = 30_000

export interface Background extends Following {
  pool: Pool
  writeSnapshot?: WriteSnapshot
  /** What else it does by itself, each in rounds of its own so that nothing else delays it. */
  besides?: readonly Besides[]
  /** Called after new events were applied, rows that could not be joined may now be; and now and then, since a process may end between the two. */
  afterFollowing?: () => Promise<unknown>
  /** Called as often as time alone moves a figure. */
  nowAndThen?: () => Promise<unknown>
  now: () => Date
  /** Told of every fault but those of a database that is away, or takes no writes. */
  onFault: (fault: unknown) => void
  outage: Outage
}

/**
 * A database that is away, crowded, or takes no writes, fails every round of a service each second, for as long as it lasts. Each is told once when it
 * begins, and its end (null) once when each round that failed by it has gone on: one that asked for nothing meanwhile says nothing of it.
 */
export class Outage {
  readonly #tell: (trouble: Trouble | null) => void
  readonly #waiting = new Set<object>()
  readonly #told = new Set<Trouble>()

  constructor(tell: (trouble: Trouble | null) => void) {
    this.#tell = tell
  }

  /** Gives false for any other fault, which is the caller's to tell. */
  holds(rounds: object, fault: unknown): boolean {
    const trouble = troubleIn(fault)
    if (trouble === null) return false
    this.#waiting.add(rounds)
    if (!this.#told.has(trouble)) this.#tell(trouble)
    this.#told.add(trouble)
    return true
  }

  wentOn(rounds: object): void {
    if (!this.#waiting.delete(rounds) || this.#waiting.size > 0) return
    this.#told.clear()
    this.#tell(null)
  }
}

const IN_WORDS = {
  AWAY: 'is away',
  CROWDED: 'lets nobody more in (max_connections)',
  UNWRITTEN: 'takes no writes (its disk is full, or it is a standby)',
} as const

/** In the log, for whoever reads it at night: what is the matter, and that nothing need be done here. */
export const outageOf = (service: string): Outage =>
  new Outage((trouble) => {
    const waits = `what ${service} does by itself waits, and is tried again until it is back`
    if (trouble) log.error({ service }, `the database ${IN_WORDS[trouble]}: ${waits}`)
    else log.warn({ service }, `the database is back: ${service} goes on`)
  })

export interface Besides {
  /** Gives how much it did. */
  round: (now: Date) => Promise<number>
  /** How many its rounds have before them. */
  left?: (now: Date) => Promise<number>
  /** Between two rounds in which there was little to do. */
  pauseInMs?: number
}

/** How many the rounds of all have before them. */
export async function leftBy(besides: readonly Besides[], now: Date): Promise<number> {
  const left = await Promise.all(besides.map((one) => one.left?.(now) ?? 0))
  return left.reduce((sum, one) => sum + one, 0)
}

/** One round; gives how much it did. Tests call it until nothing is left. */
export async function oneRound(
  background: Omit<Background, 'onFault' | 'outage'>,
  evenIfUnchanged = false,
): Promise<number> {
  const { pool, service, writeSnapshot, afterFollowing, nowAndThen, now } = background
  const numbered = (await numberEvents(pool)) ?? 0
  const followed = await followOnce(pool, background)
  if (followed > 0 || evenIfUnchanged) await afterFollowing?.()
  if (evenIfUnchanged) await nowAndThen?.()
  const raised = await tick(pool, { service, writeSnapshot, now: now(), evenIfUnchanged })
  return numbered + followed + (raised ? 1 : 0)
}

/** Goes round until it is stopped. A fault is reported and tried again; it never ends the process. */
export function runInBackground(background: Background): Stop {
  const stopping = new AbortController()
  const { besides = [], now } = background
  const rounds = [
    goRound(background, { round: countingRounds(background) }, stopping.signal),
    ...besides.map((one) => goRound(background, { ...one, round: () => one.round(now()) }, stopping.signal)),
  ]
  return async () => {
    stopping.abort()
    await Promise.all(rounds)
  }
}

/** Rounds of numbering, following and counting; every so often also where nothing has changed. */
function countingRounds(background: Background): () => Promise<number> {
  // Measured: a clock that is put back holds nothing up.
  let raisedAt = Number.NEGATIVE_INFINITY
  return async () => {
    const due = performance.now() - raisedAt >= UNCHANGED_FOR_IN_MS
    const did = await oneRound(background, due)
    if (due) raisedAt = performance.now()
    return did
  }
}

interface Rounds {
  round: () => Promise<number>
  pauseInMs?: number
}

async function goRound({ onFault, outage }: Background, rounds: Rounds, signal: AbortSignal): Promise<void> {
  const { round, pauseInMs = BETWEEN_ROUNDS_IN_MS } = rounds
  while (!signal.aborted) {
    let pause = pauseInMs
    try {
      if ((await round()) > 1) pause = 10
      outage.wentOn(rounds)
    } catch (fault) {
      if (!signal.aborted && !outage.holds(rounds, fault)) onFault(fault)
      pause = AFTER_A_FAULT_IN_MS
    }
    await wait(pause, undefined, { signal }).catch(() => {})
  }
}
