/** Goes on telling what happens to invented children, through the same intake as any sender, so that the figures move. */
import { setTimeout as pause } from 'node:timers/promises'
import { openSession, type Session } from '@vigia/kit/intake/command/session'
import type { Taken } from '@vigia/kit/intake/feed'
import { takeIn } from '@vigia/kit/intake/take-in'
import { log } from '@vigia/kit/log'
import { localDateOf } from '@vigia/law/mexican-time'
import { type Delivery, startLive } from '../../../prisma/seed/live.ts'
import { leftBehind } from './live-left-behind.ts'

const EVERY_MS = 3_000
/** At the start, so that whoever looks sees something happen. */
const DETECTIONS_PER_MINUTE = 1
/** About ninety a day, as many as the whole country has these months: days of it do not drown the weeks before. */
const SETTLES_AT = 0.06
/** What it was told of children left behind lasts for longer than that. */
const ASK_AGAIN_MS = 12 * 3_600_000
const MINUTE_IN_MS = 60_000
/** Like that of the twin's files: one story, not two. */
const SEED = 7

/** Null, and nothing runs, where children are real. DATABASE_URL must hold an administrator's address. */
export async function startLiveSimulation(): Promise<(() => Promise<void>) | null> {
  const session = await openSession()
  if (!(await isSynthetic(session))) {
    await session.close()
    return null
  }
  const stopping = new AbortController()
  const running = simulate(session, stopping.signal)
  return async () => {
    stopping.abort()
    await running
    await session.close()
  }
}

async function isSynthetic(session: Session): Promise<boolean> {
  const { rows } = await session
    .pool('children')
    .query<{ is_synthetic: boolean }>('select is_synthetic from outbox.registry')
  return rows[0]?.is_synthetic === true
}

async function simulate(session: Session, signal: AbortSignal): Promise<void> {
  // As if it had begun a minute ago: whoever looks at once sees a first child at once.
  const began = new Date(Date.now() - MINUTE_IN_MS)
  const live = startLive({ seed: SEED, now: began, detectionsPerMinute: DETECTIONS_PER_MINUTE, settlesAt: SETTLES_AT })
  let askedAt = 0
  while (!signal.aborted) {
    const now = new Date()
    if (now.getTime() - askedAt > ASK_AGAIN_MS) {
      askedAt = now.getTime()
      await leftBehind(session).then((left) => live.takeUp(left, now), cannotAsk)
    }
    for (const delivery of live.tick(now)) {
      await deliver(session, delivery, now).catch((error: unknown) => {
        // What was to be told is lost, as when an office's line is down; the next call tells what comes after.
        log.warn({ feed: delivery.feed, fault: error }, 'the live simulation could not deliver')
      })
    }
    await pause(EVERY_MS, undefined, { signal }).catch(() => {})
  }
}

function cannotAsk(error: unknown): void {
  log.warn({ fault: error }, 'the live simulation could not ask who is held')
}

/** Exported for its test. */
export async function deliver(session: Session, delivery: Delivery, now: Date): Promise<Taken> {
  const { service, feed, source, state, columns, rows } = delivery
  const input = { rows: [[...columns], ...rows], name: `live--${service}--${feed}--${source}` }
  const taken = await takeIn(session.pool(service), await session.feed(service, feed), input, {
    source,
    state,
    cutoff: localDateOf(now),
    isPreliminary: true,
    acceptGood: true,
    // What an office tells as it happens is so: a child who was handed over to a full centre is there.
    isConfirmed: true,
    now,
  })
  const refused = taken.firstRejects.map(({ line, column, reason }) => ({ line, column, reason }))
  if (taken.counts.refused > 0) log.warn({ feed, refused }, 'rows of the live simulation were refused')
  return taken
}
