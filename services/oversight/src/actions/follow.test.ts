/** Following the log: pictures and counters from events, whatever the batches, and the same again from the first event. */
import { openPool } from '@vigia/db/open'
import { oneRound } from '@vigia/kit/background'
import { followAll, goOn } from '@vigia/kit/follow'
import { rebuild } from '@vigia/kit/rebuild'
import { tick } from '@vigia/kit/tick'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { deriveAll } from './derive-all.ts'
import { FOLLOWERS, PICTURES } from './followers.ts'

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
beforeEach(async () => {
  const tables = [...PICTURES, 'position', 'delta', 'day_counter', 'month_counter', 'cube'].map((t) => `oversight.${t}`)
  await database.query(`truncate outbox.event, ${tables.join(', ')}`)
  seq = 0
})

const NOW = new Date('2026-11-25T18:00:00Z')
const ANA = '00000000-0000-4000-8000-00000000000a'
const BEA = '00000000-0000-4000-8000-00000000000b'
const idOf = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`

let seq = 0
async function told(source: string, type: string, id: string | null, payload: object | null, child = ANA) {
  seq += 1
  await database.query(
    `insert into outbox.event (seq, source, type, entity_id, child_id, payload, recorded_at)
     values ($1, $2, $3, $4, $5, $6, now())`,
    [seq, source, type, id, child, payload],
  )
}

const child = (more: object = {}) => ({
  folio: 'F1',
  state: '07',
  first_detected_at: '2026-03-02T05:00:00Z', // 1 March, 23:00 in Mexico City.
  nationality: 'HND',
  age_group: 'FROM_12_TO_17',
  accompaniment: 'UNACCOMPANIED',
  ...more,
})
const detection = (more: object = {}) => ({
  detected_at: '2026-03-02T05:00:00Z',
  state: '07',
  nationality: 'HND',
  age_group: 'FROM_12_TO_17',
  accompaniment: 'UNACCOMPANIED',
  ppnna_notified_at: null,
  ...more,
})

async function aWholeLife(authority = 'PPNNA') {
  await told('placements', 'facility.recorded', idOf(90), { type: 'CASE', state: '27' })
  await told('children', 'child.recorded', ANA, child())
  await told('children', 'detection.recorded', idOf(1), detection({ ppnna_notified_at: '2026-03-02T08:00:00Z' }))
  await told('placements', 'stay.recorded', idOf(2), {
    facility_id: idOf(90),
    entered_at: '2026-03-03T06:00:00Z',
    left_at: null,
    exit_type: null,
  })
  await told('representation', 'protection_case.recorded', idOf(3), {
    opened_at: '2026-03-04T15:00:00Z',
    closed_at: null,
    closing_reason: null,
    notified_at: null,
    status: 'OPEN',
  })
  const decided = { decided_at: '2026-03-09T15:00:00Z', outcome: 'RETURN_PERMITTED', authority }
  await told('representation', 'determination.recorded', idOf(4), decided)
  await told('representation', 'restitution_plan.recorded', idOf(5), { issued_on: '2026-03-09' })
}

const follow = async () => {
  await followAll(pool, { service: 'oversight', followers: FOLLOWERS })
  await tick(pool, { service: 'oversight', now: NOW })
}
const paths = () => database.query('select * from oversight.child_path order by child_id')
const counters = () =>
  database.query('select indicator, state, day::text, n from oversight.day_counter where n <> 0 order by 1, 2, 3')

test('a child is counted on the Mexican day of its first detection, by how far it came', async () => {
  await aWholeLife()

  await follow()

  expect(await counters()).toEqual([
    { indicator: 'EVENT_CARE', state: '27', day: '2026-03-03', n: 1 },
    { indicator: 'EVENT_DETECTION', state: '07', day: '2026-03-01', n: 1 },
    { indicator: 'PATH_11110_WAITING', state: '07', day: '2026-03-01', n: 1 },
    { indicator: 'PATH_EVENTS', state: '07', day: '2026-03-01', n: 1 },
  ])
})

test('what INM determined is no determination', async () => {
  await aWholeLife('INM')
  await follow()
  expect(await paths()).toMatchObject([{ is_determined: false, is_plan_issued: true }])
})

test('facts that arrive before the child are counted once the child is known', async () => {
  await told('returns', 'executed_return.recorded', idOf(6), {
    departed_at: '2026-03-05T18:00:00Z',
    return_type: 'ASSISTED_RETURN',
    state: '30',
  })
  await follow()
  await aWholeLife()

  await follow()

  expect(await paths()).toMatchObject([{ fate: 'RETURNED', is_plan_issued: true }])
  expect(
    await database.query(
      "select nationality, n from oversight.cube where indicator = 'EVENT_ASSISTED_RETURN' and n <> 0",
    ),
  ).toEqual([{ nationality: 'HND', n: 1 }])
})

test('a detection that moves to another child leaves nothing behind', async () => {
  await aWholeLife()
  await told('children', 'child.recorded', BEA, child({ folio: 'F2', state: '30' }), BEA)
  await follow()
  await told('children', 'detection.corrected', idOf(1), detection(), BEA)

  await follow()

  expect(await paths()).toMatchObject([
    { child_id: ANA, detections: 0, is_notified: false },
    { child_id: BEA, detections: 1, is_notified: false },
  ])
})

test('a withdrawn child and its facts leave no count', async () => {
  await aWholeLife()
  await follow()
  for (const [source, entity, id] of [
    ['children', 'detection', idOf(1)],
    ['placements', 'stay', idOf(2)],
    ['representation', 'protection_case', idOf(3)],
    ['representation', 'determination', idOf(4)],
    ['representation', 'restitution_plan', idOf(5)],
    ['children', 'child', ANA],
  ] as const)
    await told(source, `${entity}.withdrawn`, id, null)

  await follow()

  expect(await paths()).toEqual([])
  expect(await counters()).toEqual([])
})

test('a place that turns out to be one where children are held changes how its stays are counted', async () => {
  await aWholeLife()
  await follow()
  await told('placements', 'facility.corrected', idOf(90), { type: 'CCAN', state: '27' })

  await follow()

  const events = (await counters()).filter(({ indicator }) => String(indicator).startsWith('EVENT_'))
  expect(events).toMatchObject([{ indicator: 'EVENT_DETECTION' }, { indicator: 'EVENT_HELD', state: '27' }])
})

test('applying a stretch of the log twice changes nothing', async () => {
  await aWholeLife()
  await follow()
  const [pathsBefore, countersBefore] = [await paths(), await counters()]
  await database.query('update oversight.position set seq = 0')

  await follow()

  expect(await paths()).toEqual(pathsBefore)
  expect(await counters()).toEqual(countersBefore)
})

test('rebuilt from the first event, everything is as it was', async () => {
  await aWholeLife()
  await told('returns', 'indicator.changed', null, { indicator: 'RETURNS', state: '07', day: '2026-03-05', n: 3 })
  await told('returns', 'indicator.changed', null, { indicator: 'RETURNS', state: '07', day: '2026-03-05', n: 2 })
  await follow()
  const picture = async () => ({
    paths: await paths(),
    counters: await counters(),
    months: await database.query('select * from oversight.indicator_month order by 1, 2, 3'),
    cube: await database.query('select * from oversight.month_cube where n <> 0 order by 1, 2, 3, 4, 5, 6'),
  })
  const before = await picture()
  await database.query("update oversight.child_path set fate = 'LEFT'")

  await rebuild(pool, { service: 'oversight', followers: FOLLOWERS, pictures: PICTURES, deriveAll, now: NOW })

  expect(await picture()).toEqual(before)
  expect(before.months).toMatchObject([{ indicator: 'RETURNS', n: 2 }])
})

test('a batch that fails leaves the position where it was', async () => {
  await aWholeLife()
  const client = await pool.connect()
  const failing = { follows: 'returns' as const, apply: () => Promise.reject(new Error('away')) }

  await client.query('begin')
  await expect(goOn(client, 'oversight', [...FOLLOWERS, failing])).rejects.toThrow('away')
  await client.query('rollback')
  client.release()

  expect(await paths()).toEqual([])
})

test('given another process is at the tick, what following changed is of a new version all the same', async () => {
  await aWholeLife()
  const version = async () => {
    const [row] = await database.query<{ version: number }>(
      `select coalesce(max(version), 0)::int as version from outbox.service_version where service = 'oversight'`,
    )
    return row?.version ?? 0
  }
  const before = await version()
  const other = await pool.connect()
  await other.query('begin')
  await other.query(`select sec.waits_for_turn_of('oversight', 'tick')`)

  const followers = { service: 'oversight', followers: FOLLOWERS, answersFromPictures: true } as const
  const did = await oneRound({ ...followers, pool, now: () => NOW })
  await other.query('rollback')
  other.release()

  expect(did).toBe(seq)
  expect(await version()).toBe(before + 1)
})

test('whoever was born on 29 February turns 18 on 1 March, and everybody else on the day of the birthday', async () => {
  await told('children', 'child.recorded', ANA, child({ born_on: '2008-02-29' }))
  await told('children', 'child.recorded', BEA, child({ folio: 'F2', born_on: '2008-02-28' }), BEA)

  await follow()

  const days = await database.query('select turns18_on::text as day from oversight.child_ref order by child_id')
  expect(days).toEqual([{ day: '2026-03-01' }, { day: '2026-02-28' }])
})
