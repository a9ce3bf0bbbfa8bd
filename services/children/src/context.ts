/** What one request holds: who asks, the time, and loaders that ask the database once for many. */
import type { ChildrenDb } from '@vigia/db/children'
import type { Actor } from '@vigia/kit/actor'
import type { BaseContext } from '@vigia/kit/graph/subgraph'
import { CellOpener } from '@vigia/kit/seal/cell-opener'
import { AccessStore } from './store/access-store.ts'
import { ChildStore } from './store/child-store.ts'
import { DetectionCounts } from './store/detection-counts.ts'
import { IdentifierStore } from './store/identifier-store.ts'
import { EmergencyUses } from './store/opening-store.ts'
import { RelativeStore } from './store/relative-store.ts'

export interface Context extends BaseContext {
  db: ChildrenDb
  accesses: AccessStore
  children: ChildStore
  counts: DetectionCounts
  emergencies: EmergencyUses
  identifiers: IdentifierStore
  relatives: RelativeStore
}

export function contextOf(db: ChildrenDb, actor: Actor): Context {
  const opener = new CellOpener(db.rows, { table: 'children.data_key', subject: 'child_id' })
  return {
    db,
    actor,
    now: () => new Date(),
    accesses: new AccessStore(db.rows),
    children: new ChildStore(db, actor, opener),
    counts: new DetectionCounts(db.figures),
    emergencies: new EmergencyUses(db.pool),
    identifiers: new IdentifierStore(db, opener),
    relatives: new RelativeStore(db, opener),
  }
}
