/** What one request holds: who asks, the time, and loaders that ask the database once for many. */
import type { RepresentationDb } from '@vigia/db/representation'
import type { Actor } from '@vigia/kit/actor'
import { withOthersFor } from '@vigia/kit/competence/others'
import type { Seeing } from '@vigia/kit/graph/in-sight'
import type { BaseContext } from '@vigia/kit/graph/subgraph'
import type { WorkSuspension } from '@vigia/law/work-suspensions'
import { CaseStore } from './store/case-store.ts'
import { CaseworkStore } from './store/casework-store.ts'
import { ComplaintStore } from './store/complaint-store.ts'
import { FollowUpStore } from './store/follow-up-store.ts'
import { suspensionsOnce } from './store/suspension-store.ts'

export interface Context extends BaseContext {
  db: RepresentationDb
  cases: CaseStore
  complaints: ComplaintStore
  followUps: FollowUpStore
  casework: CaseworkStore
  /** Asked of the database once, however many terms a request tells of. */
  suspensions: () => Promise<readonly WorkSuspension[]>
}

export function contextOf(db: RepresentationDb, actor: Actor, inSight: Seeing): Context {
  return {
    db,
    actor,
    now: () => new Date(),
    cases: new CaseStore(db, inSight, withOthersFor(db.rows, actor)),
    complaints: new ComplaintStore(db, inSight),
    followUps: new FollowUpStore(db),
    casework: new CaseworkStore(db.figures),
    suspensions: suspensionsOnce(db.figures),
  }
}
