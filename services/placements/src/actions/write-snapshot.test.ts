/** What the board reads of a state, at the edges: the instant at which a term is full, and centres that do not count. */
import { openPool } from '@vigia/db/open'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { writeSnapshot } from './write-snapshot.ts'

const NOW = new Date('2026-11-25T18:00:00Z')
const HOUR_IN_MS = 3_600_000
const A_YEAR_IN_HOURS = 365 * 24

let database: ScratchDatabase
let pool: Pool
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})
beforeEach(() => database.query('truncate placements.stay_ledger, placements.facility cascade'))

async function snapshotOf(state: string): Promise<Record<string, unknown> | undefined> {
  const client = await pool.connect()
  try {
    await writeSnapshot(client, NOW)
  } finally {
    client.release()
  }
  const [row] = await database.query<Record<string, unknown>>('select * from placements.snapshot where state = $1', [
    state,
  ])
  return row
}

const stay = (kind: string, hours: number, leftAt: Date | null = null) =>
  database.query(
    `insert into placements.stay_ledger (stay_id, child_id, facility_id, kind, state, entered_at, left_at, nationality, age_group, accompaniment)
     values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $1, '07', $2, $3, 'HND', 'A12_17', 'UNACCOMPANIED')`,
    [kind, new Date(NOW.getTime() - hours * HOUR_IN_MS), leftAt],
  )

test('whoever has been held for 36 hours to the millisecond is told as held for 36 hours, and a millisecond sooner not', async () => {
  await stay('PROHIBITED', 36)
  expect(await snapshotOf('07')).toMatchObject({ in_prohibited_places: 1, over36_hours: 1 })

  await stay('REFERRAL', 36 - 1 / HOUR_IN_MS)
  expect(await snapshotOf('07')).toMatchObject({ in_referral_centers: 1, over36_hours: 1 })
})

test('the same of a year in care, which is held against nobody', async () => {
  await stay('CARE', A_YEAR_IN_HOURS)
  await stay('CARE', A_YEAR_IN_HOURS - 1 / HOUR_IN_MS)

  expect(await snapshotOf('07')).toMatchObject({ in_care: 2, over_one_year: 1, over36_hours: 0, longest_since: null })
})

test('whoever has left is in no place any more', async () => {
  await stay('PROHIBITED', 40, NOW)

  expect(await snapshotOf('07')).toMatchObject({ in_prohibited_places: 0, over36_hours: 0 })
})

const centre = (lifecycle: string, closedOn: string | null = null) =>
  database.query(
    `insert into placements.facility (name, name_key, type, state, capacity, registry_status, lifecycle, closed_on, batch_id)
     values ('CAS', 'CAS', 'CASE', '07', 30, 'REGISTERED', $1, $2, gen_random_uuid())`,
    [lifecycle, closedOn],
  )

test.each([
  ['ACKNOWLEDGED', null, 1],
  ['SIGHTED', null, 1],
  ['DENIED', null, 0],
  ['CLOSED', null, 0],
  ['ACKNOWLEDGED', '2026-11-01', 0],
])('a centre that is %s, closed on %s, is counted %i times, with its places', async (lifecycle, closedOn, centers) => {
  await centre(lifecycle, closedOn)

  expect(await snapshotOf('07')).toMatchObject({ centers, capacity: centers * 30 })
})

test('of a centre whose places nobody tells, places are unknown and not none', async () => {
  await centre('ACKNOWLEDGED')
  await database.query('update placements.facility set capacity = null')

  expect(await snapshotOf('07')).toMatchObject({ centers: 1, capacity: null })
  expect(await snapshotOf('30')).toMatchObject({ centers: 0, capacity: 0 })
})
