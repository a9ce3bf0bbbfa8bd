/**
 * An overseer's page finds the accesses to a child by notes of whom each hundred links tell: whoever alters one hides an access from the
 * page and leaves the chain as it is, and verification says so.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { keepChain } from '@vigia/kit/audit/chain'
import { type HeadFound, headsIn } from '@vigia/kit/audit/heads'
import { packed } from '@vigia/kit/audit/packed-ids'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { registryOf, verifyChain } from '@vigia/kit/audit/verify'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const LINKS = 230
const CHILD = '018f0000-0000-7000-8000-00000000000a'
const OTHER = '018f0000-0000-7000-8000-00000000000b'
const folder = mkdtempSync(path.join(tmpdir(), 'vigia-heads-'))

let database: ScratchDatabase
let owner: Pool
let heads: HeadFound[]
let registry: string
beforeAll(async () => {
  process.env['VIGIA_AUDIT_HEADS'] = folder
  process.env['VIGIA_AUDIT_KEY'] = path.join(folder, 'key.pem')
  database = await scratchDatabase()
  owner = openPool(database.url, 1)
  const service = openPool(urlOfRole(database.url, 'vigia_children'), 4)
  for (let i = 1; i <= LINKS; i += 1)
    await opens(service, i === 150 ? [CHILD, OTHER] : [OTHER], i === 190 ? [CHILD] : [])
  await keepChain(service, 'children')()
  await service.end()
  registry = (await registryOf(owner)) ?? ''
  heads = headsIn(folder, registry)
})
afterAll(async () => {
  await owner.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})

const opens = (pool: Pool, children: readonly string[], missed: readonly string[]) =>
  record(pool, {
    ...{ service: 'children', act: 'READ', requestId: 'r', subject: 's', role: 'ppnna-officer', office: null },
    ...{ states: ['07'], asked: ['child'], types: ['Child'], scopes: ['child:read'], reason: null, batchId: null },
    ...{ records: children.length, children: packed(children), missed: missed.length > 0 ? packed(missed) : NO_IDS },
  })
const verdict = () => verifyChain({ pool: owner, registry, service: 'children', heads })
const accesses = async () => (await owner.query('select from audit.accesses_to($1)', [CHILD])).rowCount

test('as they are written, notes say what the chain says', async () => {
  expect(await accesses()).toBe(2)
  expect(await verdict()).toMatchObject({ links: LINKS, fault: null })
})

test.each([
  [
    'takes a child out of a note',
    `update audit.hundred set children = array['${OTHER}']::uuid[] where number = 1`,
    101,
  ],
  ['takes a note away', 'delete from audit.hundred where number = 1', 101],
  ['puts another into its place', 'update audit.hundred set number = 7 where number = 1', 101],
  ['notes a hundred that is not full', `insert into audit.hundred values ('children', 2, '{}')`, LINKS + 1],
  ['notes one long after the end', `insert into audit.hundred values ('children', 9000, '{}')`, LINKS + 1],
])('given the owner of the database %s, the first link that is hidden so is named', async (_deed, sql, seq) => {
  await owner.query('begin; set local session_replication_role = replica')
  await owner.query(sql)
  const found = await verdict()
  await owner.query('rollback')

  expect(found.fault).toEqual({ seq, what: 'HIDDEN' })
  expect((await verdict()).fault).toBeNull()
})
