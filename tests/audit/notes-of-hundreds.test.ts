/**
 * An overseer's page finds the accesses to a child by notes of whom each hundred links tell: whoever alters one hides an access from the
 * page and leaves the chain as it is, and verification says so.
 */
import { packed } from '@vigia/kit/audit/packed-ids'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chain, openChain } from './open-chain.ts'

const LINKS = 230
const CHILD = '018f0000-0000-7000-8000-00000000000a'
const OTHER = '018f0000-0000-7000-8000-00000000000b'

let chain: Chain
beforeAll(async () => {
  chain = await openChain(async (service) => {
    for (let i = 1; i <= LINKS; i += 1)
      await opens(service, i === 150 ? [CHILD, OTHER] : [OTHER], i === 190 ? [CHILD] : [])
  })
})
afterAll(() => chain.close())

const opens = (pool: Pool, children: readonly string[], missed: readonly string[]) =>
  record(pool, {
    ...{ service: 'children', act: 'READ', requestId: 'r', subject: 's', role: 'ppnna-officer', office: null },
    ...{ states: ['07'], asked: ['child'], types: ['Child'], scopes: ['child:read'], reason: null, batchId: null },
    ...{ records: children.length, children: packed(children), missed: missed.length > 0 ? packed(missed) : NO_IDS },
  })
const accesses = async () => (await chain.owner.query('select from audit.accesses_to($1)', [CHILD])).rowCount

test('as they are written, notes say what the chain says', async () => {
  expect(await accesses()).toBe(2)
  expect(await chain.verdict()).toMatchObject({ links: LINKS, fault: null })
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
  const { owner } = chain
  await owner.query('begin; set local session_replication_role = replica')
  await owner.query(sql)
  const found = await chain.verdict()
  await owner.query('rollback')

  expect(found.fault).toEqual({ seq, what: 'HIDDEN' })
  expect((await chain.verdict()).fault).toBeNull()
})
