/** INM's tables, taken in as they come: their sums are the monthly file's, and nothing is lost or counted twice. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { type Input, takeIn } from '@vigia/kit/intake/take-in'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { ClaimStore } from '../store/claim-store.ts'
import { feed } from './inm-daily.ts'

const NOW = new Date('2026-11-25T18:00:00Z')
const WHOLE = { from: '2024-10-01', to: '2026-05-31' }
const SHIPPED = path.join(import.meta.dirname, '../../data')
const RAW = path.join(import.meta.dirname, '../../../../tests/data')

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-claims-'))

let database: ScratchDatabase
let pool: Pool
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await database.query('truncate oversight.authority_row, oversight.authority_coverage, oversight.batch_finding')
  await database.query('update oversight.batch set withdrawn_at = now()')
})

const take = (input: Input, cutoff = '2026-05-25') =>
  takeIn(pool, feed, input, {
    source: 'INM',
    state: null,
    cutoff,
    isPreliminary: false,
    rejectPath: '/dev/null',
    now: NOW,
  })
const shipped = async () => {
  for (const name of ['inm-covered-until.csv', 'inm-monthly-by-state.csv', 'inm-channelled-by-place.csv'])
    expect((await take({ path: path.join(SHIPPED, name) })).outcome).toBe('TAKEN')
}
const raw = (name: string) => take({ path: path.join(RAW, name) })

async function told(state: string, period = WHOLE): Promise<Record<string, number | null>> {
  const counts = await new ClaimStore(pool).counts(state, period)
  return Object.fromEntries(counts.map(({ table, measure, count }) => [`${table} ${measure}`, count]))
}
const everything = async (period = WHOLE) => {
  const store = new ClaimStore(pool)
  const states = Array.from({ length: 33 }, (_none, at) => String(at).padStart(2, '0'))
  return Promise.all(
    states.map(async (state) => ({
      counts: await store.counts(state, period),
      places: await store.places(state, period),
    })),
  )
}

const NATION = {
  'RESCATADOS RESCUED': 734_842,
  'RESCATADOS RESCUED_AGAIN': 457_079,
  'RESCATADOS PRESENTED': 585_732,
  'RESCATADOS CHANNELLED': 149_110,
  'PRESENTADOS PRESENTED': 136_256,
  'CANALIZADOS CHANNELLED': 54_648,
  'CANALIZADOS CHANNELLED_PLACE_UNRECORDED': 32_581,
  'RETORNADOS RETURNED': 21_988,
  'RETORNADOS DEPORTED': 3_245,
  'RETORNADOS ASSISTED_RETURN': 18_743,
}

test('the sums that ship with the registry are the acceptance figures, and the states sum to them', async () => {
  await shipped()

  expect(await told('00')).toEqual(NATION)
  const [nation, ...states] = await everything()
  for (const [at, { count }] of (nation?.counts ?? []).entries())
    expect(states.reduce((sum, { counts }) => sum + (counts[at]?.count ?? 0), 0)).toBe(count)
  expect(nation?.counts.map(({ coveredUntil }) => coveredUntil)).toEqual([
    ...Array(4).fill('2026-05-25'),
    '2026-05-25',
    ...Array(2).fill('2026-04-15'),
    ...Array(3).fill('2026-05-25'),
  ])
})

test('both raw tables go in, and every figure stays the same', async () => {
  await shipped()
  const before = await everything()
  const oneYear = await everything({ from: '2025-01-01', to: '2025-12-31' })

  const taken = [await raw('presentados.csv'), await raw('retornados.csv')]

  expect(taken.map(({ outcome, counts }) => [outcome, counts.rows, counts.recorded, counts.refused])).toEqual([
    ['TAKEN', 28_379, 28_379, 0],
    ['TAKEN', 4_495, 4_495, 0],
  ])
  expect(await everything()).toEqual(before)
  expect(await everything({ from: '2025-01-01', to: '2025-12-31' })).toEqual(oneYear)
})

test('the raw tables alone sum to the monthly file, month by month and state by state', async () => {
  await raw('presentados.csv')
  await raw('retornados.csv')
  const months = `select state, month::text, measure, n from oversight.authority_month
    where table_code in ('PRESENTADOS', 'RETORNADOS') order by 1, 2, 3`
  const ofRows = await database.query(months)
  await database.query('update oversight.batch set withdrawn_at = now()')
  await shipped()

  expect(ofRows).toEqual(await database.query(months))
  expect(ofRows.length).toBeGreaterThan(900)
})

test('without a word of who sent it, a table is of INM and goes as far as its last row', async () => {
  const unsaid = { source: 'INM', state: null, cutoff: null, isPreliminary: false, now: NOW }
  const { batchId } = await takeIn(pool, feed, { path: path.join(RAW, 'retornados.csv') }, unsaid)

  expect(await database.query('select cutoff_on::text from oversight.batch where id = $1', [batchId])).toEqual([
    { cutoff_on: '2026-05-25' },
  ])
})
