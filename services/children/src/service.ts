/** The only door to the service: its graph, the context of a request, what runs by itself, what a rebuild derives again. */
import { open } from '@vigia/db/children'
import { retryAll } from '@vigia/kit/intake/unmatched'
import { makeService } from '@vigia/kit/make-service'
import type { Service } from '@vigia/kit/service'
import { deriveAll, PICTURES } from './actions/derive-all.ts'
import { followChildren } from './actions/follow-children.ts'
import { followPlacements } from './actions/follow-placements.ts'
import { followRepresentation } from './actions/follow-representation.ts'
import { tellUnsigned } from './actions/sign-emergency.ts'
import { contextOf } from './context.ts'
import { readSettings } from './env.ts'
import { FEEDS } from './intake/feeds.ts'
import { schema } from './schema.ts'

/** Opens its database as `environment` says, by default that of the process; nothing is connected to yet. Throws ZodError, whose messages are sentences. */
export function openService(environment = process.env): Service {
  const db = open(readSettings(environment).databaseUrl)
  return makeService({
    name: 'children',
    schema,
    db,
    contextOf: (actor) => contextOf(db, actor),
    follows: {
      // For who may know of a child, and for the numbers that others give it: nothing that children counts comes from elsewhere.
      followers: [followChildren, followPlacements, followRepresentation],
      // Rows that could not be joined may now be.
      afterFollowing: () => retryAll(db.pool, FEEDS),
      nowAndThen: () => tellUnsigned(db.pool),
    },
    derives: { pictures: PICTURES, deriveAll },
  })
}
