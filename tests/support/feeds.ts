/** Gives rows to the intake as a sender does, without a file on disk; and takes a batch back. */
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import type { Feed, Sender, Taken } from '@vigia/kit/intake/feed'
import { takeIn } from '@vigia/kit/intake/take-in'
import { withdraw } from '@vigia/kit/intake/withdraw'
import type { ServiceName } from '@vigia/kit/service'
import { type Row, tableOf } from './builders/row.ts'
import { localDay } from './clock.ts'

/** `children/detections` */
type FeedName = `${ServiceName}/${string}`

const SENDERS: Readonly<Record<string, string>> = {
  children: 'INM',
  placements: 'INM',
  representation: 'PPNNA',
  returns: 'INM',
  oversight: 'REGISTRY',
}

export interface Feeds {
  takeIn: (feed: FeedName, rows: readonly Row[], sender?: Partial<Sender>) => Promise<Taken>
  /** Takes a batch back, with all that it wrote. */
  withdraw: (feed: FeedName, batchId: string | null) => Promise<void>
  stop: () => Promise<void>
}

export function feedsOf(databaseUrl: string): Feeds {
  const pools = new Map<string, ReturnType<typeof openPool>>()
  const poolOf = (service: ServiceName) => {
    const pool = pools.get(service) ?? openPool(urlOfRole(databaseUrl, `vigia_${service}`), 2)
    pools.set(service, pool)
    return pool
  }
  return {
    async takeIn(name, rows, sender = {}) {
      const feed = await feedOf(name)
      const input = { rows: tableOf(rows), name: `${name.replace('/', '--')}.csv` }
      const now = new Date()
      const usual = {
        source: SENDERS[feed.service] ?? 'OTHER',
        state: null,
        cutoff: localDay(now),
        isPreliminary: false,
      }
      const taken = await takeIn(poolOf(feed.service), feed, input, { ...usual, ...sender, now })
      if (taken.outcome === 'REFUSED') throw new Error(`${name}: ${JSON.stringify(taken.firstRejects)}`)
      return taken
    },
    async withdraw(name, batchId) {
      const [service] = name.split('/') as [ServiceName]
      const { withdrawal } = await import(`../../services/${service}/src/intake/withdrawal.ts`)
      await withdraw(poolOf(service), withdrawal, batchId ?? '', { reason: 'withdrawn by a test' })
    },
    async stop() {
      await Promise.all([...pools.values()].map((pool) => pool.end()))
    },
  }
}

/** A feed is what the file of its name exports. */
async function feedOf(name: FeedName): Promise<Feed> {
  const [service, feed] = name.split('/')
  const module: Record<string, unknown> = await import(`../../services/${service}/src/intake/${feed}.ts`)
  const found = Object.values(module).find((value) => typeof value === 'object' && value !== null && 'layouts' in value)
  if (!found) throw new Error(`${name} exports no feed`)
  return found as Feed
}
