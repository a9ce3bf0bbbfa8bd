/** What happens to alerts, who is told of it, and what cursors are sealed with: all that stands in the database of a stream. */
import { ANSWERED_WITHIN_MS, openPool } from '@vigia/db/open'
import { keyOfService } from '@vigia/kit/key-of-service'
import type { Stop } from '@vigia/kit/service'
import { CarriedByNats } from '../carriers/by-nats.ts'
import { carriedByPostgres } from '../carriers/by-postgres.ts'
import { KnownSteps } from '../carriers/known-steps.ts'
import type { NatsSettings } from '../carriers/nats-settings.ts'
import type { Carrier } from '../carriers/step.ts'
import { AlertFeed } from './alert-feed.ts'
import type { AlertStreamParts } from './alert-stream.ts'
import { streamAuditIn } from './stream-audit.ts'

export type Alerts = Pick<AlertStreamParts, 'feed' | 'cursorKey' | 'audit'>

export interface AlertsParts {
  databaseUrl: string
  /** What brings them; null for the database itself. */
  nats: NatsSettings | null
  log: (sentence: string) => void
}

const CONNECTIONS = 3

/** A standby that is promoted by a machine at night, or a copy that was put back, is told by nobody else. */
const WAS_PUT_BACK =
  'The database lacks alerts that were told: it was put back, or a standby promoted without them. gateway/OPERATING.md says what is to be done ("To put it back").'

export function alertsIn({ databaseUrl, nats, log }: AlertsParts): Alerts & { check: Carrier['check']; stop: Stop } {
  const pool = openPool(databaseUrl, CONNECTIONS, ANSWERED_WITHIN_MS)
  // Every gateway with this login derives them alike.
  const keyFor = (purpose: string) => keyOfService(pool, purpose)
  const known = new KnownSteps()
  known.onParted(() => log(WAS_PUT_BACK))
  const carrying = { databaseUrl, known, log }
  const carrier = nats ? new CarriedByNats({ ...carrying, nats, pool, keyFor }) : carriedByPostgres(carrying)
  const audit = streamAuditIn(databaseUrl)
  return {
    feed: new AlertFeed(pool, known),
    audit,
    cursorKey: keyFor('cursors of streams'),
    check: carrier.check,
    async stop() {
      await carrier.stop()
      await pool.end()
      await audit.stop()
    },
  }
}
