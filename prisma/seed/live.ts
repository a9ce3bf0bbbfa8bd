/**
 * The twin while the registry runs: each call tells what happened since the one before, as rows of the same
 * feeds, for a few invented children at a time. The caller hands the rows to intake like any sender's.
 *
 *   const live = startLive({ seed: 7, now: new Date(), detectionsPerMinute: 1, settlesAt: 0.06 })
 *   live.takeUp(children)                             // whom the registry says are held or waiting; now and then again
 *   for (const delivery of live.tick(new Date())) ... // every few seconds; often there is nothing to tell
 *
 * Numbers are taken from ranges that the twin's files never reach, by the minute of the year, so that a restart
 * gives none twice.
 */
import type { Minute } from './calendar.ts'
import { localMinute } from './live/clock.ts'
import { Deliveries, type Delivery } from './live/deliveries.ts'
import type { LeftBehind } from './live/left-behind.ts'
import { Newcomers } from './live/newcomers.ts'
import { type Path, stepsOf } from './live/path.ts'

export type { Delivery } from './live/deliveries.ts'
export type { LeftBehind } from './live/left-behind.ts'

export interface LiveOptions {
  readonly seed: number
  readonly now: Date
  /** Default 0.5. Some hundred children stay in memory at most. */
  readonly detectionsPerMinute?: number
  /**
   * Detections a minute once it has run for an hour or two; as at the start when left out. While it runs faster than that, what is
   * more than that goes by in minutes and leaves nobody behind, so that days of it look like the weeks before.
   */
  readonly settlesAt?: number
}

export interface Live {
  /** What has happened since the last call, in an order in which rows find their child. Never more than two minutes' worth. */
  tick(now: Date): Delivery[]
  /** Goes on with children who are where somebody else left them. Those it moves already are left alone. */
  takeUp(left: readonly LeftBehind[], now: Date): void
}

/** After a pause (a laptop asleep) the time in between is not made up for. */
const CATCH_UP_AT_MOST: Minute = 2

/** In so many minutes half of the haste of the start is gone. */
const HALF_OF_HASTE: Minute = 20

/** Of children found as often as it settles at, those whose way takes as long as in life. */
const AS_LONG_AS_IN_LIFE = 0.7

export function startLive({ seed, now, detectionsPerMinute = 0.5, settlesAt }: LiveOptions): Live {
  const start = localMinute(now)
  const newcomers = new Newcomers(seed, start)
  const open: Path[] = []
  let last = now.getTime()
  let due = 0

  const rateAt = (minute: Minute) =>
    settlesAt === undefined
      ? detectionsPerMinute
      : settlesAt + (detectionsPerMinute - settlesAt) * 2 ** (-(minute - start) / HALF_OF_HASTE)
  const isQuick = (rate: number) =>
    settlesAt === undefined || !newcomers.happens((AS_LONG_AS_IN_LIFE * settlesAt) / rate)

  return {
    tick(at) {
      const minutes = Math.min(CATCH_UP_AT_MOST, Math.max(0, (at.getTime() - last) / 60_000))
      last = at.getTime()
      const minute = localMinute(at)
      const rate = rateAt(minute)
      due += minutes * rate
      const deliveries = new Deliveries()
      for (; due >= 1; due--) open.push(newcomers.next(minute, isQuick(rate)))
      for (const path of open) for (const fact of stepsOf(path, minute)) deliveries.add(fact)
      for (let index = open.length - 1; index >= 0; index--)
        if (open[index]?.pending.length === 0) open.splice(index, 1)
      return deliveries.inOrder()
    },
    takeUp(left, at) {
      const moving = new Set(open.map(({ acta }) => acta))
      const still = left.filter(({ acta }) => !moving.has(acta))
      open.push(...newcomers.takeUp(still, localMinute(at)))
    },
  }
}
