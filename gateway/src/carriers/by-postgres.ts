/** Steps brought by PostgreSQL: known at once when it calls, and looked up every second. */
import { DatabaseWatch } from '../database-watch.ts'
import type { KnownSteps } from './known-steps.ts'
import type { Carrier } from './step.ts'
import { CHANNEL, readOn } from './steps-in-database.ts'

export interface Carrying {
  databaseUrl: string
  known: KnownSteps
  log: (sentence: string) => void
}

export function carriedByPostgres({ databaseUrl, known, log }: Carrying): Carrier {
  let isLost = false
  const watch = new DatabaseWatch({
    databaseUrl,
    channel: CHANNEL,
    async look(client) {
      await readOn(client, known)
      isLost = false
    },
    lost(why) {
      if (!isLost) log(ALERTS_WAIT + why)
      isLost = true
    },
  })
  return { check: null, stop: () => watch.stop() }
}

export const ALERTS_WAIT = 'Alerts wait until the database tells of them again: '
