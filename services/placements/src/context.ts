/** What one request holds: who asks, the time, and loaders that ask the database once for many. */
import type { Actor } from '@vigia/kit/actor'
import { withOthersFor } from '@vigia/kit/competence/others'
import type { Seeing } from '@vigia/kit/graph/in-sight'
import type { BaseContext } from '@vigia/kit/graph/subgraph'
import { db } from './db.ts'
import { BoardStore } from './store/board-store.ts'
import { FacilityStore } from './store/facility-store.ts'
import { InspectionStore } from './store/inspection-store.ts'
import { PlacementStore } from './store/placement-store.ts'
import { RecordStore } from './store/record-store.ts'

export interface Context extends BaseContext {
  board: BoardStore
  facilities: FacilityStore
  inspections: InspectionStore
  placements: PlacementStore
  records: RecordStore
}

export function contextOf(actor: Actor, inSight: Seeing): Context {
  return {
    actor,
    now: () => new Date(),
    board: new BoardStore(db.figures),
    facilities: new FacilityStore(db),
    inspections: new InspectionStore(db),
    placements: new PlacementStore(db, inSight, withOthersFor(db.rows, actor)),
    records: new RecordStore(db),
  }
}
