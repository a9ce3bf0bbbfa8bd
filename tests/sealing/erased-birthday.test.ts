/** Once a child is erased, no alert that waited for its birthday lets the day be reckoned: neither by its instants nor by an id made of them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { erase, eraseAgain } from '@vigia/kit/seal/erased'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { numberSteps } from '../../services/oversight/src/actions/number-steps.ts'
import { eventually } from '../support/eventually.ts'
import { ANA, found, hours, idOf, type Judged, NOW, openJudged } from '../support/judged.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-birthday-'))
const BIRTHDAY = '2027-02-23' // 90 days from NOW.
const DAYS = 24

let judged: Judged
let owner: pg.Client
beforeAll(async () => {
  vi.stubEnv('VIGIA_ERASED', path.join(folder, 'erased.jsonl'))
  judged = await openJudged()
  owner = new pg.Client({ connectionString: judged.database.url })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await judged.close()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** Ana, whose birthday comes, with a case and no plan: raised, grown graver, told by letter and to a system, answered and known of. */
beforeEach(async () => {
  await judged.empty()
  const { detected_at, ...of } = found()
  const born = { born_on: BIRTHDAY.replace('2027', '2009') }
  await judged.told('children', 'child.recorded', ANA, { ...of, ...born, folio: 'F1', first_detected_at: detected_at })
  await judged.told('children', 'detection.recorded', idOf(1), found({ ppnna_notified_at: null }))
  await judged.told('representation', 'protection_case.recorded', idOf(2), { state: '07', opened_at: NOW })
  for (const day of [0, 1, 61]) await judged.judgedAt(hours(day * DAYS))
  await numberSteps(judged.pool)
  for (const sql of [
    `insert into oversight.alert_known (alert_id, authority, role, severity, account, at) select id, 'x', 'ombudsperson-federal', 'RED', 'x', now() from oversight.alert`,
    `insert into oversight.answer_step select gen_random_uuid(), id, now() from oversight.alert`,
    `insert into oversight.mail (recipient, subject, body, alert_ids, created_at, next_at)
       select 'x', 'x', 'x', array_agg(id order by id), now(), now() from oversight.alert`,
    `insert into oversight.webhook_delivery (endpoint_id, step_id, alert_id, lane, place, created_at, next_at, claimed_until)
       select gen_random_uuid(), id, alert_id, 'CHILD ${ANA}', id, now(), now(), now() from oversight.alert_history`,
  ])
    await owner.query(sql)
})

const kinds = async () =>
  (await owner.query<{ kind: string }>('select kind from oversight.alert order by 1')).rows.map(({ kind }) => kind)

const idsOf = async (kind: string) =>
  (await owner.query<{ id: string }>('select id from oversight.alert where kind = $1', [kind])).rows.map(({ id }) => id)

/** In which tables of alerts, of what was told of them and of what waits, any of these texts stands. */
async function tablesWith(texts: readonly string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('oversight', 'stream', 'outbox', 'children') and table_type = 'BASE TABLE' order by 1`,
  )
  const holding: string[] = []
  for (const { name } of rows) {
    const told = await owner.query(`select from ${name} t where t::text like any ($1) limit 1`, [
      texts.map((text) => `%${text}%`),
    ])
    if (told.rowCount) holding.push(name)
  }
  return holding
}

async function eraseAna(): Promise<void> {
  await owner.query('begin')
  await erase(owner, [ANA])
  await owner.query('commit')
}

async function waitingForALock(): Promise<number> {
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return (await judged.database.query(waits)).length
}

test('the alert goes with all that hangs on it, and others of the child stay as they were', async () => {
  const alerts = await idsOf('NO_TRANSITION_PLAN')
  expect(await tablesWith(alerts)).toEqual([
    ...['oversight.alert', 'oversight.alert_history', 'oversight.alert_known', 'oversight.answer_step'],
    ...['oversight.mail', 'oversight.mail_waiting', 'oversight.webhook_delivery', 'stream.alert_step'],
  ])
  const others = (await kinds()).filter((kind) => kind !== 'NO_TRANSITION_PLAN')
  expect(others).not.toEqual([])

  await eraseAna()

  expect(await tablesWith([...alerts, BIRTHDAY])).toEqual([])
  expect(await kinds()).toEqual(others)
  expect(await tablesWith(await idsOf(others[0] ?? ''))).toContain('oversight.mail')
})

test('nor is it raised again by whoever judges before he has heard of it, or after', async () => {
  await eraseAna()
  await judged.judgedAt(hours(62 * DAYS))

  expect(await kinds()).not.toContain('NO_TRANSITION_PLAN')
})

test.each([
  ['takes up what was told before', 'select from oversight.position where id = 1 for update'],
  ['judges it', `select from oversight.alert_due where owner = '${ANA}' for update`],
])('nor by whoever %s while it is erased', async (_what, holds) => {
  await owner.query('update oversight.child_ref set turns18_on = null')
  await owner.query(`select oversight.ask_again('CHILD', array['${ANA}'])`)
  const other = new pg.Client({ connectionString: judged.database.url })
  await other.connect()
  await other.query('begin')
  await other.query(holds)
  await owner.query('begin')

  const erased = erase(owner, [ANA])
  try {
    await eventually(waitingForALock, (waiting) => waiting === 1)
    await other.query('update oversight.child_ref set turns18_on = $1', [BIRTHDAY])
    await other.query(`update oversight.alert set reached_at = $1 where kind = 'NO_TRANSITION_PLAN'`, [BIRTHDAY])
    await other.query('commit')
  } finally {
    await other.end()
    await erased
    await owner.query('commit')
  }

  expect(await tablesWith([BIRTHDAY])).toEqual([])
})

test('brought back by a backup, it goes again, and what was raised since stays', async () => {
  const { rows: before } = await owner.query<{ row: object }>(
    `select to_jsonb(a) as row from oversight.alert a where kind = 'NO_TRANSITION_PLAN'`,
  )
  const putBack = (more: object) =>
    owner.query('insert into oversight.alert select (jsonb_populate_record(null::oversight.alert, $1)).*', [
      { ...before[0]?.row, ...more },
    ])
  await eraseAna()
  await putBack({})
  await putBack({ id: idOf(7), subject: 'since', opened_at: '2999-01-01T00:00:00Z' })

  await eraseAgain(owner)

  expect(await idsOf('NO_TRANSITION_PLAN')).toEqual([idOf(7)])
})
