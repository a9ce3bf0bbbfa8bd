/** What one request holds: who asks, the time, and loaders that ask the database once for many. */
import type { ReturnsDb } from '@vigia/db/returns'
import type { Actor } from '@vigia/kit/actor'
import { withOthersFor } from '@vigia/kit/competence/others'
import type { Seeing } from '@vigia/kit/graph/in-sight'
import type { BaseContext } from '@vigia/kit/graph/subgraph'
import { GateStore } from './store/gate-store.ts'
import { ReturnCounts } from './store/return-counts.ts'
import { ReturnStore } from './store/return-store.ts'

export interface Context extends BaseContext {
  db: ReturnsDb
  counts: ReturnCounts
  gates: GateStore
  returns: ReturnStore
}

export function contextOf(db: ReturnsDb, actor: Actor, inSight: Seeing): Context {
  return {
    db,
    actor,
    now: () => new Date(),
    counts: new ReturnCounts(db.figures),
    gates: new GateStore(db.rows, actor),
    returns: new ReturnStore(db, inSight, withOthersFor(db.rows, actor)),
  }
}
