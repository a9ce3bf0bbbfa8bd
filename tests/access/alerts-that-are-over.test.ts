/** After some years next to all alerts are over: whoever asks for few of them, or for those that stand open, has the others not gone through. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AlertStore } from '../../services/oversight/src/store/alert-store.ts'
import type { AlertsWanted } from '../../services/oversight/src/store/alerts-wanted.ts'
import { anActor } from '../support/asking.ts'
import { lookedAt } from '../support/rows-looked-at.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

/** An alert an hour, and over a day later but for one in a hundred; one in a thousand is of another kind than the rest. */
const ALERTS = 40_000
const FEW = ALERTS / 1000
const SINCE = `'2022-01-01'::timestamptz + n * interval '1 hour'`
/** Before all of these, some that nobody has seen to since. */
const LEFT = 6_000
const LONG_AGO = `'2021-01-01'::timestamptz + n * interval '1 hour'`
const REGISTRY = `begin; set local session_replication_role = replica;
  insert into oversight.alert (kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at, resolved_at, closed_at,
      changed_at, acted_at, assigned_office)
    select case when n % 1000 = 0 then 'LONG_STAY' else 'NOT_REPRESENTED' end, 'CHILD', gen_random_uuid(), 'stay/' || n, gen_random_uuid(),
      '07', 'CRITICAL', ${SINCE}, ${SINCE}, ${SINCE}, case when n % 100 > 0 or n % 2000 = 0 then ${SINCE} + interval '1 day' end,
      case when n % 4000 = 300 then ${SINCE} end, case when n % 100 > 0 then ${SINCE} + interval '1 day' end,
      case when n % 1000 = 7 then ${SINCE} end, case when n % 1000 = 7 then 'PPNNA' end
    from generate_series(1, ${ALERTS}) n;
  insert into oversight.alert (kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
    select 'CASE_NOT_PROCESSED', 'CHILD', gen_random_uuid(), 'case/' || n, gen_random_uuid(), '07', 'CRITICAL', ${LONG_AGO}, ${LONG_AGO}, ${LONG_AGO}
    from generate_series(1, ${LEFT}) n;
  insert into oversight.alert_history (alert_id, at, step, severity, reached_at, version, is_closed)
    select id, opened_at, 'OPENED', severity, reached_at, 1, false from oversight.alert;
  commit; vacuum analyze oversight.alert; analyze oversight.alert_history`

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  for (const statement of REGISTRY.split(/(?=vacuum)/).flatMap((part) => part.split(/(?=analyze oversight.alert_h)/)))
    await database.query(statement)
})
afterAll(() => database.drop())

const ALL: AlertsWanted = {
  ...{ state: null, isOfNation: null, kinds: [], severities: [], isOpen: null, isClosed: null, isAcknowledged: null },
  ...{ dutyHolder: null, assignedTo: null, facility: null, opened: null, on: null, child: null },
}
const toPpnna = { office: 'PPNNA', account: null } as const
const SECRETARY = anActor('state-secretary')
const OF_COUNTRY = anActor('federal-secretary')
const storeOf = (pool: never) => new AlertStore({ rows: pool, figures: pool })

describe.each([
  ['of one kind', { kinds: ['LONG_STAY'] }, FEW],
  ['of one kind that do not stand open', { kinds: ['LONG_STAY'], isOpen: false }, FEW / 2],
  ['given to an office', { assignedTo: toPpnna }, FEW],
  ['given to an account', { assignedTo: { office: null, account: 'nobody' } }, 0],
  ['that persons have closed', { isClosed: true }, FEW / 4],
] as [string, Partial<AlertsWanted>, number][])('alerts %s', (_, asked, many) => {
  test.each([SECRETARY, OF_COUNTRY])('are listed and counted by these, to $role', async (actor) => {
    const wanted = { ...ALL, ...asked }
    const { answer, read } = await lookedAt(database, 'oversight.alert', actor, async (pool) => [
      (await storeOf(pool).page(wanted, actor, { first: 100 })).edges.length,
      await storeOf(pool).count(wanted, actor),
    ])

    expect(answer).toEqual([many, many])
    expect(read).toBeLessThan(ALERTS / 20)
  })
})

test('of a kind of which nobody has seen to any, none is listed to a state that asks for those that do not stand open', async () => {
  const wanted: AlertsWanted = { ...ALL, kinds: ['CASE_NOT_PROCESSED'], isOpen: false }
  const page = (pool: never) => storeOf(pool).page(wanted, SECRETARY, { first: 100 })
  const { answer, read } = await lookedAt(database, 'oversight.alert', SECRETARY, page)

  expect(answer.edges).toEqual([])
  expect(read).toBeLessThan(ALERTS / 20)
})

test('those that stand open are listed as of today', async () => {
  const page = (pool: never) => storeOf(pool).pageAsOf(new Date(), ALL, SECRETARY, { first: 100 })
  const { answer, read } = await lookedAt(database, 'oversight.alert', SECRETARY, page)

  expect(answer.edges).toHaveLength(100)
  expect(read).toBeLessThan(ALERTS / 20)
})

test.each([{ assignedTo: toPpnna }, { isAcknowledged: true }])(
  'as of any instant, of those on which nobody has acted since it is not looked up whether somebody had by then: %o',
  async (asked) => {
    const wanted = { ...ALL, ...asked }
    const page = (pool: never) => storeOf(pool).pageAsOf(new Date(), wanted, SECRETARY, { first: 100 })
    const { read } = await lookedAt(database, 'oversight.alert_history', SECRETARY, page)

    expect(read).toBeLessThan(ALERTS / 100)
  },
)
