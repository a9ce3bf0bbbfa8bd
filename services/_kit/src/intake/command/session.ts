/** What one run of the command works with: the database, each service's own login and feeds, and the services themselves. */
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { AskedWrongly } from '@vigia/db/asked'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import type { Pool } from 'pg'
import { databaseOfCommand, loadService } from '../../command-database.ts'
import { numberEvents } from '../../sequencer.ts'
import { SERVICE_NAMES, type Service, type ServiceName } from '../../service.ts'
import type { Feed, Withdrawal } from '../feed.ts'
import { inService } from './faults-in-spanish.ts'
import { feedsOf, folderOf } from './feeds.ts'
import { hearOut } from './hearing.ts'
import type { Step } from './progress.ts'

export type Session = {
  /** Whose hands these are, for the audit: VIGIA_OPERATOR, else the account on this machine. */
  operator: string
  pool: (service: ServiceName) => Pool
  /** Throws AskedWrongly where the service has no such feed. */
  feed: (service: ServiceName, name: string) => Promise<Feed>
  withdrawal: (service: ServiceName) => Promise<Withdrawal>
  /** Numbers what was written and lets the services learn of it: then they know whom a file speaks of. */
  hear: (...services: ServiceName[]) => Promise<void>
  /** Numbers what was written and lets the services follow and count, until nothing is left to do. Told is how many changes they heard, of all that each has to. */
  settle: (onStep?: (step: Step) => void) => Promise<void>
  /** Says in the database that what is in it is invented. Throws where authorities have sent it files: nobody can tell their children apart afterwards. */
  markSynthetic: () => Promise<void>
  close: () => Promise<void>
}

const BETWEEN_LOOKS_IN_MS = 20

const MARK = `update outbox.registry set is_synthetic = true where is_synthetic or not exists (
  select from children.batch union all select from placements.batch
  union all select from representation.batch union all select from returns.batch)`

export async function openSession(): Promise<Session> {
  const { adminUrl, stop } = await databaseOfCommand()
  const pools = new Map<ServiceName, Pool>()
  const services = new Map<ServiceName, Service>()

  const pool = (service: ServiceName) => {
    const open = pools.get(service) ?? openPool(urlOfRole(adminUrl, `vigia_${service}`), 3)
    pools.set(service, open)
    return open
  }
  const loaded = async (name: ServiceName) => {
    const service = services.get(name) ?? (await loadService(name))
    services.set(name, service)
    return service
  }
  return {
    operator: process.env['VIGIA_OPERATOR'] || accountHere(),
    pool,
    feed: (service, name) => exportOf<Feed>(service, name, 'feed'),
    withdrawal: (service) => exportOf<Withdrawal>(service, 'withdrawal', 'withdrawal'),
    async hear(...names) {
      // Another process may be at it: what it numbers is heard too.
      for (let numbered: number | null = null; numbered !== 0; ) {
        numbered = await numberEvents(pool('children'))
        if (numbered === null) await wait(BETWEEN_LOOKS_IN_MS)
      }
      const hearing = await Promise.all(names.map(loaded))
      await Promise.all(hearing.map((service) => inService(service.name, () => service.hear())))
    },
    settle: async (onStep) => hearOut(await Promise.all(SERVICE_NAMES.map(loaded)), pool, onStep),
    async markSynthetic() {
      const admin = openPool(adminUrl, 1)
      const { rowCount } = await admin.query(MARK).finally(() => admin.end())
      if (rowCount === 0)
        throw new Error('En este registro hay archivos de autoridades: el gemelo sintético va en otro, que esté vacío.')
    },
    async close() {
      for (const service of services.values()) await service.close()
      for (const open of pools.values()) await open.end()
      await stop()
    },
  }
}

/** A container may run as a number that no account has. */
function accountHere(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.()}`
  }
}

/** Feeds are loaded by their path: the kit knows no service. */
async function exportOf<Exported>(service: ServiceName, file: string, name: string): Promise<Exported> {
  const url = new URL(`${file}.ts`, folderOf(service))
  const module: Record<string, Exported> = /^[a-z-]+$/.test(file) && existsSync(url) ? await import(url.href) : {}
  const exported = module[name]
  if (exported) return exported
  throw new AskedWrongly(`${service} no recibe ninguna tabla llamada «${file}»; recibe ${feedsOf(service).join(', ')}.`)
}
