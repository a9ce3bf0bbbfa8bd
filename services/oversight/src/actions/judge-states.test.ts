/** What is known of a state as a whole: how its backlog grows, by numbers that are set; and of the nation, which has a post alone. */
import { addDays } from '@vigia/law/local-dates'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hours, idOf, type Judged, openJudged } from '../../../../tests/support/judged.ts'
import type { ScratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { askByWave } from '../store/threshold-store.ts'

let judged: Judged
let database: ScratchDatabase
beforeAll(async () => {
  judged = await openJudged()
  database = judged.database
})
afterAll(() => judged.close())
beforeEach(async () => {
  await judged.empty()
  await database.query('truncate oversight.indicator_day, oversight.indicator_month, oversight.feed_batch')
})

const judgedAt = (now: Date) => judged.judgedAt(now)
const alerts = (kind: string) => judged.alerts(kind)
const ofTheNation = () => database.query("select kind, subject, severity from oversight.alert where state = '00'")

const [TODAY, REASON] = ['2026-11-25', 'Oficio de la federación, de la prueba']
/** The last file of an office, for all states, and the day until which it tells. */
const fileOf = (service: string, feed: string, source: string, cutoff: string) =>
  database.query(
    `insert into oversight.feed_batch (batch_id, service, feed, source, cutoff_on, taken_at, is_withdrawn, row_count)
     values (gen_random_uuid(), $1, $2, $3, $4::date, $4::date, false, 1)`,
    [service, feed, source, cutoff],
  )

/** What the federal secretary sets of E01 for Chiapas: of how few nothing is said (2), after how long a silence nobody knows (3). */
async function setFor(chiapas: { step: 2 | 3; amount: number }, now: Date) {
  await database.query(
    `insert into oversight.alert_threshold (kind, step, state, amount, effective_on, reason, set_by, set_at)
     values ('BACKLOG_GROWS', $1, '07', $2, $3, $4, 'a test', $5)`,
    [chiapas.step, chiapas.amount, TODAY, REASON, now],
  )
  while ((await askByWave(judged.pool, now, 100)) > 0);
  await judgedAt(now)
}
const waiting = (children: number, since: string) =>
  database.query(
    `insert into oversight.indicator_day select 'UNPROCESSED_CASES', unnest(array['07', '30']), $2::date, $1
     on conflict (indicator, state, day) do update set n = oversight.indicator_day.n + excluded.n`,
    [children, since],
  )

test('of how few nothing is said of a backlog, and after how long a silence nobody knows of it, is set for a state and counts there', async () => {
  // Given six children without a case a week ago and twelve now, and a Procuraduría that owes its file since yesterday
  await waiting(6, addDays(TODAY, -9))
  await waiting(6, TODAY)
  await fileOf('children', 'detections', 'INM', '2026-11-24')
  await fileOf('representation', 'protection-cases', 'PPNNA', '2026-11-16')
  await judgedAt(hours(0))
  expect(await alerts('BACKLOG_GROWS')).toEqual([])

  // When five are enough in Chiapas, then nothing is known there any more, then it is again
  await setFor({ step: 2, amount: 5 }, hours(1))
  expect(await alerts('BACKLOG_GROWS')).toMatchObject([{ state: '07', severity: 'CRITICAL', resolved_at: null }])
  await setFor({ step: 3, amount: 0 }, hours(2))
  await waiting(-6, TODAY)
  await setFor({ step: 2, amount: 4 }, hours(3))
  expect(await alerts('BACKLOG_GROWS')).toMatchObject([{ state: '07', severity: 'CRITICAL', resolved_at: null }])

  await setFor({ step: 3, amount: 7 }, hours(4))
  expect(await alerts('BACKLOG_GROWS')).toMatchObject([{ state: '07', resolved_at: hours(4) }])
})

test('the federal post raises its alert and no other of the nation, also by a threshold that is set', async () => {
  // Of a state offices would be silent
  await fileOf('children', 'detections', 'INM', '2026-01-31')
  await database.query(
    `insert into oversight.secretariat_told (id, state, condition, since, reason, author, author_role, at)
     values ($1, '00', 'VACANT', '2026-11-15', $2, 'a test', 'ombudsperson-federal', $3)`,
    [idOf(1), REASON, hours(0)],
  )
  await judgedAt(hours(1))
  expect(await ofTheNation()).toEqual([])

  await database.query(
    `insert into oversight.alert_threshold (kind, step, amount, effective_on, reason, set_by, set_at)
     values ('SECRETARIAT_VACANT', 1, 9, $1, $2, 'a test', $3)`,
    [TODAY, REASON, hours(2)],
  )
  while ((await askByWave(judged.pool, hours(2), 100)) > 0);
  await judgedAt(hours(2))
  expect(await ofTheNation()).toEqual([{ kind: 'SECRETARIAT_VACANT', subject: '00', severity: 'RED' }])
})
