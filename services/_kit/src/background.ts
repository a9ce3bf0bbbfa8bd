/** What a service does by itself while it runs: numbers events, follows the others, folds its counts. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { type Follower, followOnce } from './follow.ts'
import { numberEvents } from './sequencer.ts'
import type { ServiceName, Stop } from './service.ts'
import { tick, type WriteSnapshot } from './tick.ts'

const BETWEEN_ROUNDS_IN_MS = 200
const AFTER_A_FAULT_IN_MS = 1_000
/** Time alone moves a figure at least this often. */
const UNCHANGED_FOR_IN_MS = 30_000

export interface Background {
  service: ServiceName
  pool: Pool
  followers: readonly Follower[]
  writeSnapshot?: WriteSnapshot
  /** Whether answers read the pictures themselves, so that following alone changes them. */
  answersFromPictures?: boolean
  /** Called after new events were applied: rows that could not be joined may now be. */
  afterFollowing?: () => Promise<unknown>
  now: () => Date
  onFault: (fault: unknown) => void
}

/** One round; gives how much it did. Tests call it until nothing is left. */
export async function oneRound(background: Background, evenIfUnchanged = false): Promise<number> {
  const { pool, service, followers, writeSnapshot, afterFollowing, answersFromPictures, now } = background
  const numbered = (await numberEvents(pool)) ?? 0
  const followed = await followOnce(pool, service, followers)
  if (followed > 0) await afterFollowing?.()
  const raises = evenIfUnchanged || (followed > 0 && answersFromPictures === true)
  const raised = await tick(pool, { service, writeSnapshot, now: now(), evenIfUnchanged: raises })
  return numbered + followed + (raised ? 1 : 0)
}

/** Goes round until it is stopped. A fault is reported and tried again; it never ends the process. */
export function runInBackground(background: Background): Stop {
  const stopping = new AbortController()
  const rounds = goRound(background, stopping.signal)
  return async () => {
    stopping.abort()
    await rounds
  }
}

async function goRound(background: Background, signal: AbortSignal): Promise<void> {
  let raisedAt = 0
  while (!signal.aborted) {
    let pause = BETWEEN_ROUNDS_IN_MS
    try {
      const due = Date.now() - raisedAt >= UNCHANGED_FOR_IN_MS
      const did = await oneRound(background, due)
      if (due) raisedAt = Date.now()
      if (did > 1) pause = 10
    } catch (fault) {
      if (!signal.aborted) background.onFault(fault)
      pause = AFTER_A_FAULT_IN_MS
    }
    await wait(pause, undefined, { signal }).catch(() => {})
  }
}
