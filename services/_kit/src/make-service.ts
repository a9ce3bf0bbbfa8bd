/** Makes a service of its parts: what every `service.ts` is, so that all start, answer, rebuild and stop in one way. */
import { createSecretKey } from 'node:crypto'
import type { Database } from '@vigia/db/open'
import { openedOnce } from '@vigia/db/opened-once'
import { refuseOtherVersion, requireThisVersion } from '@vigia/db/this-version'
import type { GraphQLSchema } from 'graphql'
import { type Actor, acceptActor } from './actor.ts'
import { answering } from './audit/answer.ts'
import { chainOnce, keepChain } from './audit/chain.ts'
import { type Background, leftBy, oneRound, outageOf, runInBackground } from './background.ts'
import { isUnwritten, type Outage } from './database-faults.ts'
import { followAll } from './follow.ts'
import { childrenInSight, type Seeing, stubsAmong } from './graph/in-sight.ts'
import { keyOfService } from './key-of-service.ts'
import { log } from './log.ts'
import { type Rebuild, rebuild } from './rebuild.ts'
import type { Service, ServiceName, Stop } from './service.ts'

export interface Parts {
  name: ServiceName
  schema: GraphQLSchema
  db: Pick<Database<unknown>, 'pool' | 'rows' | 'withActor' | 'openMore' | 'close'>
  contextOf: (actor: Actor, inSight: Seeing) => { now: () => Date }
  /** How it follows the other services, and what it answers from. */
  follows: Pick<Background, 'followers' | 'writeSnapshot' | 'afterFollowing' | 'nowAndThen' | 'answersFromPictures'>
  /** What else it does by itself, in the order in which one needs the other. */
  besides?: Background['besides']
  /** What runs at a pace of its own until it is stopped; and one turn of it, which gives how much it did. */
  alongside?: { start: (outage: Outage) => Stop; once: (now: Date) => Promise<number> }
  /** What is no fact, and how it is derived from facts. */
  derives: Pick<Rebuild, 'pictures' | 'deriveAll'>
}

export function makeService({
  name,
  schema,
  db,
  contextOf,
  follows,
  besides = [],
  alongside,
  derives,
}: Parts): Service {
  const outage = outageOf(name)
  const background: Background = {
    service: name,
    pool: db.pool,
    ...follows,
    besides,
    now: () => new Date(),
    onFault: (fault) => log.error({ service: name, fault }, 'background round failed'),
    outage,
  }
  const { followers, writeSnapshot } = follows
  // Of its own: a follower that takes all connections of the others delays no answer. One asks at a time.
  const envelopes = db.openMore(1)
  const cursorKey = createSecretKey(keyOfService(db.pool, 'cursors'))
  const contextWith: Service['contextOf'] = (asker, trail) => {
    const actor = acceptActor(asker)
    const inSight = childrenInSight(db.rows, name, actor)
    const stubs = stubsAmong(db.rows, name, actor, inSight)
    return Object.assign(contextOf(actor, inSight), { cursorKey, trail, stubs })
  }
  return {
    name,
    schema,
    answer: answering({ service: name, schema, pool: db.pool, withActor: db.withActor, contextOf: contextWith }),
    openingOf: openedOnce(envelopes, isUnwritten),
    contextOf: contextWith,
    start: async () => {
      const stops = [await refuseOtherVersion(db.rows), runInBackground(background), keepChain(db.pool, name, outage)]
      if (alongside) stops.push(alongside.start(outage))
      return async () => void (await Promise.all(stops.map((stop) => stop())))
    },
    round: async (now, evenIfUnchanged) => {
      let did = await oneRound({ ...background, now: () => now }, evenIfUnchanged)
      for (const { round } of besides) did += await round(now)
      did += (await alongside?.once(now)) ?? 0
      return did + (await chainOnce(db.pool, name))
    },
    left: (now) => leftBy(besides, now),
    hear: async () => {
      if ((await followAll(db.pool, background)) > 0) await follows.afterFollowing?.()
    },
    rebuild: (now, onProgress) =>
      rebuild(db.pool, { service: name, followers, writeSnapshot, ...derives, now, onProgress }),
    health: healthOf(db),
    close: async () => void (await Promise.all([envelopes.end(), db.close()])),
  }
}

/** Whether its database answers, and is of this version, which it may not have said when the service started. */
function healthOf({ pool, rows }: Parts['db']): Service['health'] {
  let isOfThisVersion = false
  return async () => {
    if (!isOfThisVersion) await requireThisVersion(rows)
    isOfThisVersion = true
    await pool.query('select 1')
  }
}
