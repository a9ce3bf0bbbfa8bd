/** Delivery as this process does it: with its own database, clock, resolver and settings. */
import { db } from '../db.ts'
import { env } from '../env.ts'
import { mailingBy } from './mail.ts'
import { type Outgoing, resolveByDns } from './outgoing-address.ts'
import { LIMITS } from './post.ts'
import type { Worker } from './worker.ts'

export const outgoing: Outgoing = { allowsLoopback: env.webhooksToLoopback, resolve: resolveByDns }

export function workerAt(now: () => Date): Worker {
  const addresses = { own: env.address, of: env.mailTo }
  const mailing = mailingBy({ smtpUrl: env.smtpUrl, from: env.mailFrom, addresses })
  return { db, outgoing, limits: LIMITS, now, chance: Math.random, mailing }
}
