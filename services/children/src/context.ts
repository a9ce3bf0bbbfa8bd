/** What one request holds: who asks, the time, and loaders that ask the database once for many. */
import type { Actor } from '@vigia/kit/actor'
import type { BaseContext } from '@vigia/kit/graph/subgraph'
import { db } from './db.ts'
import { ChildStore } from './store/child-store.ts'
import { DetectionCounts } from './store/detection-counts.ts'
import { RelativeStore } from './store/relative-store.ts'

export interface Context extends BaseContext {
  children: ChildStore
  counts: DetectionCounts
  relatives: RelativeStore
}

export function contextOf(actor: Actor): Context {
  return {
    actor,
    now: () => new Date(),
    children: new ChildStore(db, actor),
    counts: new DetectionCounts(db.pool),
    relatives: new RelativeStore(db),
  }
}
