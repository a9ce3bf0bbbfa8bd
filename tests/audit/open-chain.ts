/** A chain of one service with its heads in a folder of its own, and whoever may do anything in the database to alter it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { keepChain } from '@vigia/kit/audit/chain'
import { type HeadFound, headsIn } from '@vigia/kit/audit/heads'
import { registryOf, type Verdict, verifyChain } from '@vigia/kit/audit/verify'
import type { Pool } from 'pg'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const SERVICE = 'children'

export interface Chain {
  database: ScratchDatabase
  /** Of the service, which may add. */
  service: Pool
  /** Of one who may do anything, on one connection: what he has begun he sees himself. */
  owner: Pool
  /** Where heads are kept outside. */
  folder: string
  /** Those that were signed when it was opened. */
  heads: HeadFound[]
  registry: string
  verdict: (heads?: readonly HeadFound[]) => Promise<Verdict>
  close: () => Promise<void>
}

/** Chained and signed, once what `write` adds is there. */
export async function openChain(write: (service: Pool) => Promise<void>): Promise<Chain> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-heads-'))
  process.env['VIGIA_AUDIT_HEADS'] = folder
  process.env['VIGIA_AUDIT_KEY'] = path.join(folder, 'key.pem')
  const database = await scratchDatabase()
  const service = openPool(urlOfRole(database.url, 'vigia_children'), 4)
  const owner = openPool(database.url, 1)
  await write(service)
  await keepChain(service, SERVICE)()
  const registry = (await registryOf(owner)) ?? ''
  const heads = headsIn(folder, registry)
  return {
    ...{ database, service, owner, folder, heads, registry },
    verdict: (known = heads) => verifyChain({ pool: owner, registry, service: SERVICE, heads: known }),
    async close() {
      await service.end()
      await owner.end()
      await database.drop()
      rmSync(folder, { recursive: true })
    },
  }
}
