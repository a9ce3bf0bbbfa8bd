/** The only door to the service: its graph, the context of a request, what runs by itself, what a rebuild derives again. */
import { retryAll } from '@vigia/kit/intake/unmatched'
import { makeService } from '@vigia/kit/make-service'
import { deriveAll, PICTURES } from './actions/derive-all.ts'
import { contextOf } from './context.ts'
import { db } from './db.ts'
import { FEEDS } from './intake/feeds.ts'
import { schema } from './schema.ts'

export const service = makeService({
  name: 'children',
  schema,
  db,
  contextOf,
  // Children follows nobody: the other services follow it.
  follows: {
    followers: [],
    // Rows that could not be joined may now be.
    afterFollowing: () => retryAll(db.pool, FEEDS),
  },
  derives: { pictures: PICTURES, deriveAll },
})
