/** Makes a service of its parts: what every `service.ts` is, so that all start, answer, rebuild and stop in one way. */
import type { GraphQLSchema } from 'graphql'
import type { Pool } from 'pg'
import type { Actor } from './actor.ts'
import { type Background, oneRound, runInBackground } from './background.ts'
import { log } from './log.ts'
import { type Rebuild, rebuild } from './rebuild.ts'
import type { Service, ServiceName } from './service.ts'

export interface Parts {
  name: ServiceName
  schema: GraphQLSchema
  db: { pool: Pool; close: () => Promise<void> }
  contextOf: (actor: Actor) => object
  /** How it follows the other services, and what it answers from. */
  follows: Pick<Background, 'followers' | 'writeSnapshot' | 'afterFollowing' | 'answersFromPictures'>
  /** What is no fact, and how it is derived from facts. */
  derives: Pick<Rebuild, 'pictures' | 'deriveAll'>
}

export function makeService({ name, schema, db, contextOf, follows, derives }: Parts): Service {
  const background: Background = {
    service: name,
    pool: db.pool,
    ...follows,
    now: () => new Date(),
    onFault: (fault) => log.error({ service: name, fault }, 'background round failed'),
  }
  const { followers, writeSnapshot } = follows
  return {
    name,
    schema,
    contextOf,
    start: async () => runInBackground(background),
    round: (now, evenIfUnchanged) => oneRound({ ...background, now: () => now }, evenIfUnchanged),
    rebuild: (now, onProgress) =>
      rebuild(db.pool, { service: name, followers, writeSnapshot, ...derives, now, onProgress }),
    health: async () => {
      await db.pool.query('select 1')
    },
    close: db.close,
  }
}
