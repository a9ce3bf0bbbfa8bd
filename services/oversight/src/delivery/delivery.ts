/** Delivery as a process does it: with a database, clock, resolver and settings of its own. */
import type { OversightDb } from '@vigia/db/oversight'
import type { Settings } from '../env.ts'
import { mailingBy } from './mail.ts'
import { type Outgoing, resolveByDns } from './outgoing-address.ts'
import { LIMITS } from './post.ts'
import type { Worker } from './worker.ts'

export const outgoingBy = ({ webhooksToLoopback }: Settings): Outgoing => {
  return { allowsLoopback: webhooksToLoopback, resolve: resolveByDns }
}

export function workerAt(now: () => Date, db: OversightDb, settings: Settings): Worker {
  const { smtpUrl, mailFrom: from, address: own, mailTo: of } = settings
  const mailing = mailingBy({ smtpUrl, from, addresses: { own, of } })
  return { db, outgoing: outgoingBy(settings), limits: LIMITS, now, chance: Math.random, mailing }
}
