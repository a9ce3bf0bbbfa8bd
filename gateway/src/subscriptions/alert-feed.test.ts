/** What was missed is counted in the database as the subscriber wanted it; the first of it is too old after so many days. */
import { openPool } from '@vigia/db/open'
import { TOLD_UNASKED } from '@vigia/law/alert-stream'
import { REPLAYED_DAYS } from '@vigia/law/terms-of-partners'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { KnownSteps } from '../carriers/known-steps.ts'
import { AlertFeed, type Wanted } from './alert-feed.ts'

let database: ScratchDatabase
let pool: Pool
let feed: AlertFeed
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url, 1)
  feed = new AlertFeed(pool, new KnownSteps())
  await database.query(
    `insert into stream.alert_step (seq, step_id, alert_id, step, severity, kind, state, at, told_at)
     select n, n, gen_random_uuid(), case n when 4 then 'COMMENTED' else 'OPENED' end, 'RED', 'HELD_WITHOUT_LEGAL_BASIS',
       case n when 3 then '30' else '07' end, now(), now() - make_interval(days => case when n <= 2 then $1 else $1 - 1 end, hours => 1)
     from generate_series(1, 6) n`,
    [REPLAYED_DAYS],
  )
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const ALL: Wanted = { states: null, kinds: null, severities: null, steps: TOLD_UNASKED }

test.each<[string, number, Wanted, { isExpired: boolean; count: number }]>([
  ['the first missed is older than what is replayed', 1, ALL, { isExpired: true, count: 4 }],
  ['the first missed is a day younger', 2, ALL, { isExpired: false, count: 3 }],
  ['of one state', 0, { ...ALL, states: ['07'] }, { isExpired: true, count: 4 }],
  ['of another kind', 0, { ...ALL, kinds: ['NOT_REPRESENTED'] }, { isExpired: true, count: 0 }],
  ['nothing came since', 6, ALL, { isExpired: false, count: 0 }],
])('%s', async (_what, after, wanted, missed) => {
  expect(await feed.missedSince(after, wanted)).toEqual(missed)
})

test.each([
  ['that was given in it', { seq: 3, mark: 0 }, 3],
  ['of the last there is', { seq: 6, mark: 0 }, 6],
  ['from the future', { seq: 7, mark: 0 }, null],
  ['of an epoch that is to come', { seq: 3, mark: 5 }, null],
])('a gateway that knows nothing yet looks up a place %s', async (_what, place, here) => {
  expect(await feed.placeOf(place)).toBe(here)
})

test('given a server that was started since, a place that was lost is one of the last that is left, once somebody can know', async () => {
  const lost = [
    { seq: 9, mark: 0 },
    { seq: 9, mark: 1_796_000_000 },
  ]
  await database.query("update stream.epoch set server_started_at = server_started_at - interval '1 day'")
  for (const place of lost) await expect(feed.placeOf(place)).rejects.toThrow()
  await database.query('select stream.number_steps(1)')

  for (const place of lost) expect(await feed.placeOf(place)).toBe(6)
  expect(await feed.placeOf({ seq: 4, mark: 0 })).toBe(4)
})
