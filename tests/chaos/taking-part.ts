/** Everybody and everything that takes part in a run. */
import type { FallingDatabase } from './database.ts'
import type { Faults } from './faults.ts'
import type { Fleet } from './fleet.ts'
import type { Journal } from './journal.ts'
import type { Network } from './network.ts'
import type { Official } from './officials.ts'
import type { Receiver } from './receivers.ts'
import type { Subscriber } from './subscriber.ts'
import type { Vitals } from './vitals.ts'
import type { Writers } from './writers.ts'

export interface Done {
  database: FallingDatabase
  fleet: Fleet
  network: Network
  writers: Writers
  officials: readonly Official[]
  subscribers: readonly Subscriber[]
  receivers: readonly Receiver[]
  faults: Faults
  vitals: Vitals
  journal: Journal
}
