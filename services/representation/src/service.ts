/** The only door to the service: its graph, the context of a request, what runs by itself, what a rebuild derives again. */
import { retryAll } from '@vigia/kit/intake/unmatched'
import { makeService } from '@vigia/kit/make-service'
import { deriveAll, PICTURES } from './actions/derive-all.ts'
import { followChildren } from './actions/follow-children.ts'
import { followOversight } from './actions/follow-oversight.ts'
import { followPlacements } from './actions/follow-placements.ts'
import { writeSnapshot } from './actions/write-snapshot.ts'
import { contextOf } from './context.ts'
import { db } from './db.ts'
import { FEEDS } from './intake/feeds.ts'
import { schema } from './schema.ts'

export const service = makeService({
  name: 'representation',
  schema,
  db,
  contextOf,
  follows: {
    followers: [followChildren, followPlacements, followOversight],
    writeSnapshot,
    // Rows that could not be joined may now be.
    afterFollowing: () => retryAll(db.pool, FEEDS),
  },
  derives: { pictures: PICTURES, deriveAll },
})
