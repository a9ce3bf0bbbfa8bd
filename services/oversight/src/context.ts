/** What one request holds: who asks, the time, and stores that ask the database once for all states. */
import type { OversightDb } from '@vigia/db/oversight'
import type { Actor } from '@vigia/kit/actor'
import { Told } from '@vigia/kit/figures/told'
import type { BaseContext } from '@vigia/kit/graph/subgraph'
import type { Outgoing } from './delivery/outgoing-address.ts'
import type { ChangedThreshold } from './rules/threshold-in-force.ts'
import { AlertDayStore } from './store/alert-day-store.ts'
import { AlertStore } from './store/alert-store.ts'
import { ChildAlertStore } from './store/child-alert-store.ts'
import { ClaimStore } from './store/claim-store.ts'
import { FeedStore } from './store/feed-store.ts'
import { FigureStore } from './store/figure-store.ts'
import { FunnelStore } from './store/funnel-store.ts'
import { PlaceStore } from './store/place-store.ts'
import { RegistryStore } from './store/registry-store.ts'
import { ReturnStore } from './store/return-store.ts'
import { SeriesStore } from './store/series-store.ts'
import { SilenceStore } from './store/silence-store.ts'
import { changesOnce } from './store/threshold-store.ts'
import { TOLD_IN_OVERSIGHT } from './store/told-in-oversight.ts'

/** What a service is opened with, and every request is answered with. */
export interface Surroundings {
  db: OversightDb
  outgoing: Outgoing
  /** The address of each office that letters go to. */
  mailTo: Readonly<Record<string, string>>
}

export interface Context extends BaseContext, Surroundings {
  db: OversightDb
  alerts: AlertStore
  alertDays: AlertDayStore
  childAlerts: ChildAlertStore
  claims: ClaimStore
  feeds: FeedStore
  figures: FigureStore
  funnels: FunnelStore
  places: PlaceStore
  registry: RegistryStore
  returns: ReturnStore
  series: SeriesStore
  silences: SilenceStore
  /** Asked of the database once, however many alerts a request tells of. */
  thresholdChanges: () => Promise<ChangedThreshold[]>
}

export function contextOf(surroundings: Surroundings, actor: Actor): Context {
  const { db } = surroundings
  const { figures: pool } = db
  const told = new Told(pool, TOLD_IN_OVERSIGHT)
  return {
    ...surroundings,
    actor,
    now: () => new Date(),
    alerts: new AlertStore(db),
    alertDays: new AlertDayStore(pool),
    childAlerts: new ChildAlertStore(db, actor),
    claims: new ClaimStore(pool, told),
    feeds: new FeedStore(pool),
    figures: new FigureStore(pool, told),
    funnels: new FunnelStore(pool, told),
    places: new PlaceStore(db.rows, actor),
    registry: new RegistryStore(pool),
    returns: new ReturnStore(db.pool),
    series: new SeriesStore(pool, told),
    silences: new SilenceStore(pool),
    thresholdChanges: changesOnce(pool),
  }
}
