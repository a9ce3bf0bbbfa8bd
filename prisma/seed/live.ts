/**
 * The twin while the registry runs: each call tells what happened since the one before, as rows of the same
 * feeds, for a few invented children at a time. The caller hands the rows to intake like any sender's.
 *
 *   const live = startLive({ seed: 7, now: new Date(), detectionsPerMinute: 0.5 })
 *   for (const delivery of live.tick(new Date())) ...  // every few seconds; often there is nothing to tell
 *
 * Numbers are taken from ranges that the twin's files never reach, by the minute of the year, so that a restart
 * gives none twice.
 */
import type { Minute } from './calendar.ts'
import { localMinute } from './live/clock.ts'
import { Deliveries, type Delivery } from './live/deliveries.ts'
import { Newcomers } from './live/newcomers.ts'
import { type Path, stepsOf } from './live/path.ts'

export type { Delivery } from './live/deliveries.ts'

export interface LiveOptions {
  readonly seed: number
  readonly now: Date
  /** Default 0.5. A few children stay in memory; none is kept for longer than a day. */
  readonly detectionsPerMinute?: number
}

export interface Live {
  /** What has happened since the last call, in an order in which rows find their child. Never more than two minutes' worth. */
  tick(now: Date): Delivery[]
}

/** After a pause (a laptop asleep) the time in between is not made up for. */
const CATCH_UP_AT_MOST: Minute = 2

export function startLive({ seed, now, detectionsPerMinute = 0.5 }: LiveOptions): Live {
  const start = localMinute(now)
  const newcomers = new Newcomers(seed, start)
  const open: Path[] = []
  let last = now.getTime()
  let due = 0

  return {
    tick(at) {
      const minutes = Math.min(CATCH_UP_AT_MOST, Math.max(0, (at.getTime() - last) / 60_000))
      last = at.getTime()
      due += minutes * detectionsPerMinute
      const minute = localMinute(at)
      const deliveries = new Deliveries()
      for (; due >= 1; due--) open.push(newcomers.next(minute))
      for (const path of open) for (const fact of stepsOf(path, minute)) deliveries.add(fact)
      for (let index = open.length - 1; index >= 0; index--)
        if (open[index]?.pending.length === 0) open.splice(index, 1)
      return deliveries.inOrder()
    },
  }
}
