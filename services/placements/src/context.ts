/** What one request holds: who asks, the time, and loaders that ask the database once for many. */
import type { PlacementsDb } from '@vigia/db/placements'
import type { Actor } from '@vigia/kit/actor'
import { withOthersFor } from '@vigia/kit/competence/others'
import type { Seeing } from '@vigia/kit/graph/in-sight'
import type { BaseContext } from '@vigia/kit/graph/subgraph'
import { BoardStore } from './store/board-store.ts'
import { FacilityStore } from './store/facility-store.ts'
import { InspectionStore } from './store/inspection-store.ts'
import { PlacementStore } from './store/placement-store.ts'
import { RecordStore } from './store/record-store.ts'

export interface Context extends BaseContext {
  db: PlacementsDb
  board: BoardStore
  facilities: FacilityStore
  inspections: InspectionStore
  placements: PlacementStore
  records: RecordStore
}

export function contextOf(db: PlacementsDb, actor: Actor, inSight: Seeing): Context {
  return {
    db,
    actor,
    now: () => new Date(),
    board: new BoardStore(db.figures),
    facilities: new FacilityStore(db),
    inspections: new InspectionStore(db),
    placements: new PlacementStore(db, inSight, withOthersFor(db.rows, actor)),
    records: new RecordStore(db),
  }
}
