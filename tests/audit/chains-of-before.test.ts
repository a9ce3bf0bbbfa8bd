/**
 * A registry whose audit was chained by an older version goes on: one chain of links of both forms, which verifies and tells what was
 * altered in either part, and in which the accesses to a child are found from the first to the last.
 */
import { openPool } from '@vigia/db/open'
import { enableLogins } from '@vigia/db/roles'
import { accessesTo } from '@vigia/kit/audit/accesses'
import { chainOnce } from '@vigia/kit/audit/chain'
import { packed } from '@vigia/kit/audit/packed-ids'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { registryOf, verifyChain } from '@vigia/kit/audit/verify'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registryBefore } from '../support/registry-of-before.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'

const CHEAPER = '20261125115000_cheaper_audit'
const CHILD = '00000000-0000-7000-8000-000000000001'
const OTHER = '00000000-0000-7000-8000-000000000002'
/** Named once, by who opened its record; and once, by who asked for it in vain. */
const OPENED = '00000000-0000-7000-8000-000000000003'
const IN_VAIN = '00000000-0000-7000-8000-000000000004'
const BEFORE = 130
const AFTER = 90

let database: ScratchDatabase
let owner: Pool
beforeAll(async () => {
  const before = await registryBefore(CHEAPER)
  database = before.database
  owner = openPool(database.url, 1)
  // By the functions of then: the child in every tenth entry, once asked for in vain; the last one waits for its link.
  for (let i = 1; i <= BEFORE; i += 1) await read(i)
  await chainOnce(owner, 'children')
  await read(BEFORE + 1)
  await before.bringUpToDate()
  await enableLogins(database.url)
  for (let i = BEFORE + 2; i <= BEFORE + AFTER; i += 1) await read(i)
  await chainOnce(owner, 'children')
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const actOf = (i: number) => (i <= BEFORE + 1 ? 'READ' : ACTS[Math.floor(i / 10) % ACTS.length]) ?? 'READ'
const ACTS = ['READ', 'OPEN', 'EMERGENCY', 'REFUSED'] as const

/** Texts of every kind: with signs of two bytes, empty, null, and lists of none, one and two. */
const read = (i: number) =>
  record(owner, {
    ...{ service: 'children', act: actOf(i), requestId: `r${i}`, subject: i % 3 ? 'ñandú' : '', role: 'ppnna-officer' },
    ...{ office: i % 2 ? null : 'Unidad «Sur»', states: i % 4 ? ['07', '30'] : null, asked: i % 5 ? ['child'] : [] },
    ...{ types: ['Child'], scopes: ['base', 'location'], reason: i % 7 ? null : 'why', records: 1, batchId: null },
    children: packed([OTHER, ...(i % 10 ? [] : [CHILD]), ...(i === 160 ? [OPENED] : [])]),
    missed: i === 5 || i === 155 ? packed([CHILD, ...(i === 155 ? [IN_VAIN] : [])]) : NO_IDS,
  })

const verdict = async (pool: Pool = owner) =>
  verifyChain({ pool, registry: (await registryOf(owner)) ?? '', service: 'children', heads: [] })

test('there are links of both forms, and the chain holds from end to end', async () => {
  const forms = await database.query('select form, count(*)::int from audit.link group by 1 order by 1')

  expect(forms).toEqual([
    { form: 1, count: BEFORE },
    { form: 2, count: AFTER },
  ])
  expect(await verdict()).toMatchObject({ links: BEFORE + AFTER, fault: null })
})

test.each([10, BEFORE, BEFORE + 1, BEFORE + AFTER])('whoever alters entry %i is found out by it', async (seq) => {
  await owner.query('begin; set local session_replication_role = replica')
  await owner.query(
    `update audit.entry set role = 'nobody' where id = (select entry_id from audit.link where service = 'children' and seq = ${seq})`,
  )
  const { fault } = await verdict()
  await owner.query('rollback')

  expect(fault).toEqual({ seq, what: 'ALTERED' })
})

const MISSED = [5, 155]
const TENS = Array.from({ length: (BEFORE + AFTER) / 10 }, (_, i) => 10 * (i + 1))
const ITS = [...MISSED, ...TENS].sort((a, b) => a - b)
const given = (seq: number) => !MISSED.includes(seq)

test('the accesses to a child are listed from both, each with its proof', async () => {
  const { accesses, verdicts } = await accessesTo(owner, CHILD, '/nonexistent')

  expect(accesses.map(({ row, isGiven }) => [row.seq, isGiven])).toEqual(ITS.map((seq) => [seq, given(seq)]))
  expect(verdicts.map(({ fault }) => fault)).toEqual(verdicts.map(() => null))
})

test('its overseer is shown the same ones, out of whole hundreds and of what follows them', async () => {
  const shown = 'select seq::int, is_given as "isGiven" from audit.accesses_to($1) order by seq'

  expect(await database.query(shown, [CHILD])).toEqual(ITS.map((seq) => ({ seq, isGiven: given(seq) })))
  expect(await database.query(shown, [OTHER])).toHaveLength(BEFORE + AFTER)
  expect(await database.query(shown, [OPENED])).toEqual([{ seq: 160, isGiven: true }])
  expect(await database.query(shown, [IN_VAIN])).toEqual([{ seq: 155, isGiven: false }])
  expect(await database.query('select number::int from audit.hundred order by 1')).toEqual([
    { number: 0 },
    { number: 1 },
  ])
})

test('bytes that are found across two ids are no id', async () => {
  const [row] = await database.query('select audit.holds($1, $2) as across, audit.holds($1, $3) as within', [
    packed([CHILD, OTHER]),
    '80000000-0000-0001-0000-000000007000', // The end of the one and the start of the other.
    OTHER,
  ])

  expect(row).toEqual({ across: false, within: true })
})
