/** The only door to the service: its graph, the context of a request, what runs by itself, what a rebuild derives again. */
import { open } from '@vigia/db/representation'
import { putWithWhomTheyAre } from '@vigia/kit/intake/known/found-to-be-another'
import { retryAll } from '@vigia/kit/intake/unmatched'
import { makeService } from '@vigia/kit/make-service'
import type { Service } from '@vigia/kit/service'
import { deriveAll, PICTURES } from './actions/derive-all.ts'
import { followChildren } from './actions/follow-children.ts'
import { followOversight } from './actions/follow-oversight.ts'
import { followPlacements } from './actions/follow-placements.ts'
import { FILES } from './actions/found-to-be-another.ts'
import { writeSnapshot } from './actions/write-snapshot.ts'
import { contextOf } from './context.ts'
import { readSettings } from './env.ts'
import { FEEDS } from './intake/feeds.ts'
import { schema } from './schema.ts'

/** Opens its database as `environment` says, by default that of the process; nothing is connected to yet. Throws ZodError, whose messages are sentences. */
export function openService(environment = process.env): Service {
  const db = open(readSettings(environment).databaseUrl)
  return makeService({
    name: 'representation',
    schema,
    db,
    contextOf: (...asker) => contextOf(db, ...asker),
    follows: {
      followers: [followChildren, followPlacements, followOversight],
      writeSnapshot,
      // Who was joined may be known to be another, and rows that could not be joined may now be.
      afterFollowing: async () => {
        await putWithWhomTheyAre(db.pool, 'representation', FILES)
        await retryAll(db.pool, FEEDS)
      },
    },
    derives: { pictures: PICTURES, deriveAll },
  })
}
