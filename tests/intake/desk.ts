/** A scratch database and the logins, feeds and files of a sender: what every test of intake works with. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { type Follower, followAll } from '@vigia/kit/follow'
import type { Feed, Taken, Withdrawal } from '@vigia/kit/intake/feed'
import { type TakeInOptions, takeIn } from '@vigia/kit/intake/take-in'
import { retryAll } from '@vigia/kit/intake/unmatched'
import { type Withdrawn, withdraw } from '@vigia/kit/intake/withdraw'
import { numberEvents } from '@vigia/kit/sequencer'
import type { ServiceName } from '@vigia/kit/service'
import { FEEDS as CHILDREN } from '../../services/children/src/intake/feeds.ts'
import { withdrawal as ofChildren } from '../../services/children/src/intake/withdrawal.ts'
import { feed as figures } from '../../services/oversight/src/intake/official-figures.ts'
import { withdrawal as ofOversight } from '../../services/oversight/src/intake/withdrawal.ts'
import { followChildren as placementsFollow } from '../../services/placements/src/actions/follow-children.ts'
import { FEEDS as PLACEMENTS } from '../../services/placements/src/intake/feeds.ts'
import { withdrawal as ofPlacements } from '../../services/placements/src/intake/withdrawal.ts'
import { followChildren as representationFollows } from '../../services/representation/src/actions/follow-children.ts'
import { FEEDS as REPRESENTATION } from '../../services/representation/src/intake/feeds.ts'
import { withdrawal as ofRepresentation } from '../../services/representation/src/intake/withdrawal.ts'
import { followChildren as returnsFollow } from '../../services/returns/src/actions/follow-children.ts'
import { FEEDS as RETURNS } from '../../services/returns/src/intake/feeds.ts'
import { withdrawal as ofReturns } from '../../services/returns/src/intake/withdrawal.ts'
import { csvOf, type Row } from '../support/builders/row.ts'
import { localDay } from '../support/clock.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

export const FEEDS: readonly Feed[] = [...CHILDREN, ...PLACEMENTS, ...REPRESENTATION, ...RETURNS, figures]
const WITHDRAWALS: readonly Withdrawal[] = [ofChildren, ofPlacements, ofRepresentation, ofReturns, ofOversight]
const FOLLOWERS = { placements: placementsFollow, representation: representationFollows, returns: returnsFollow }

export interface Desk {
  database: ScratchDatabase
  /** Writes the rows into a file and takes it in. */
  send: (feed: string, rows: readonly Row[] | string | Buffer, options?: Partial<TakeInOptions>) => Promise<Taken>
  /** The three services that join rows to children learn who the children are, and try again what they could not join. */
  tell: () => Promise<void>
  /** They learn who the children are, and have tried nothing again yet. */
  hear: () => Promise<void>
  takeBack: (service: ServiceName, batchId: string | null) => Promise<Withdrawn>
  close: () => Promise<void>
}

export async function openDesk(): Promise<Desk> {
  const database = await scratchDatabase()
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-desk-'))
  const pools = new Map<string, ReturnType<typeof openPool>>()
  const poolOf = (service: ServiceName) => {
    const pool = pools.get(service) ?? openPool(urlOfRole(database.url, `vigia_${service}`), 2)
    pools.set(service, pool)
    return pool
  }
  const hear = async () => {
    await numberEvents(poolOf('children'))
    for (const [service, follower] of Object.entries(FOLLOWERS) as [ServiceName, Follower][])
      await followAll(poolOf(service), { service, followers: [follower] })
  }
  let files = 0
  return {
    database,
    async send(name, rows, options = {}) {
      const feed = FEEDS.find((one) => `${one.service}/${one.name}` === name)
      if (!feed) throw new Error(`There is no feed ${name}`)
      const file = path.join(folder, `${files++}.csv`)
      writeFileSync(file, typeof rows === 'string' || Buffer.isBuffer(rows) ? rows : csvOf(rows))
      // Not INM, which is told of nothing that others recorded (tests/access/files-of-inm).
      const now = new Date()
      const usual = { source: 'SNDIF', state: null, cutoff: localDay(now), isPreliminary: false, now }
      return takeIn(poolOf(feed.service), feed, { path: file }, { ...usual, ...options })
    },
    hear,
    async tell() {
      await hear()
      for (const service of Object.keys(FOLLOWERS)) {
        await retryAll(
          poolOf(service as ServiceName),
          FEEDS.filter((feed) => feed.service === service),
        )
      }
      await retryAll(poolOf('children'), CHILDREN)
    },
    takeBack(service, batchId) {
      const withdrawal = WITHDRAWALS.find((one) => one.service === service)
      if (!withdrawal || !batchId) throw new Error(`Nothing can be taken back: ${service} ${batchId}`)
      return withdraw(poolOf(service), withdrawal, batchId, { reason: 'una prueba lo retira' })
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()))
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Every fact of a service, without what only says how it came: to compare before and after. */
export async function factsOf({ database }: Desk, service: ServiceName): Promise<Record<string, unknown[]>> {
  const facts: Record<string, unknown[]> = {}
  for (const table of await tablesOfFacts(database, service)) {
    const rows = await database.query<{ fact: unknown }>(
      `select to_jsonb(f) - array['recorded_at', 'line', 'batch_id'] as fact from ${service}.${table} f
       order by to_jsonb(f) - array['recorded_at', 'line', 'batch_id']`,
    )
    facts[table] = rows.map(({ fact }) => fact)
  }
  return facts
}

/** Every database of a run has the same: they are looked for once. */
const tablesKnown = new Map<ServiceName, string[]>()

async function tablesOfFacts(database: ScratchDatabase, service: ServiceName): Promise<string[]> {
  const known = tablesKnown.get(service)
  if (known) return known
  const found = await database.query<{ table_name: string }>(
    `select table_name from information_schema.columns where table_schema = $1 and column_name = 'batch_id'
       and table_name not in ('batch', 'confirmation', 'left_blank', 'listing', 'unmatched_row') order by table_name`,
    [service],
  )
  const tables = found.map(({ table_name }) => table_name)
  tablesKnown.set(service, tables)
  return tables
}
