/** What a service does by itself while it runs: numbers events, follows the others, folds its counts. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { Outage } from './database-faults.ts'
import { type Following, followOnce, isBehind } from './follow.ts'
import { log } from './log.ts'
import { numberEvents } from './sequencer.ts'
import type { ServiceName, Stop } from './service.ts'
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

/** One round; gives how much it did. Tests call it until nothing is left. What comes after its look is of the next one. */
export async function oneRound(
  background: Omit<Background, 'onFault' | 'outage'>,
  evenIfUnchanged = false,
): Promise<number> {
  const { pool, service, writeSnapshot, afterFollowing, nowAndThen, now } = background
  const { isPending, isBehind, isUncounted } = await whatIsLeft(pool, service)
  const numbered = isPending ? ((await numberEvents(pool)) ?? 0) : 0
  const followed = isBehind || numbered > 0 ? await followOnce(pool, background) : 0
  const isMoved = followed > 0 || evenIfUnchanged
  if (isMoved) await afterFollowing?.()
  if (evenIfUnchanged) await nowAndThen?.()
  const isRaised =
    (isUncounted || isMoved) && (await tick(pool, { service, writeSnapshot, now: now(), evenIfUnchanged }))
  return numbered + followed + (isRaised ? 1 : 0)
}

interface Left {
  isPending: boolean
  isBehind: boolean
  isUncounted: boolean
}

/** A look that locks nothing: mostly there is nothing to number, to follow or to count. */
async function whatIsLeft(pool: Pool, service: ServiceName): Promise<Left> {
  const { rows } = await pool.query<Left>({
    name: `what-is-left-${service}`,
    text: `select outbox.is_pending() as "isPending", ${isBehind(service)} as "isBehind", outbox.is_uncounted($1) as "isUncounted"`,
    values: [service],
  })
  return rows[0] ?? { isPending: true, isBehind: true, isUncounted: true }
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
