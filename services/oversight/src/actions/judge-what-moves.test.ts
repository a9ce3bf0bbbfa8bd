/**
 * An alert that turns out to be of another state ends in the first and is raised in the other: who is told by state is told of both, and
 * the figures of two states change.
 */
import { followAll } from '@vigia/kit/follow'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ANA, found, hours, idOf, type Judged, NOW, openJudged, stay } from '../../../../tests/support/judged.ts'
import { FOLLOWERS } from './followers.ts'
import { judgeDue } from './judge-due.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())
beforeEach(async () => {
  await judged.empty()
  await judged.database.query('truncate oversight.mail_waiting')
  await judged.aChild()
})

async function version(): Promise<number> {
  const [row] = await judged.database.query<{ version: number }>(
    "select version::int as version from outbox.service_version where service = 'oversight'",
  )
  return row?.version ?? 0
}

const place = (type: string, state: string) => ({ type, state, lifecycle: 'ACKNOWLEDGED' })
/** What letters are to tell, by the state whose offices read them. */
const waiting = () => judged.database.query('select kind, state, severity from oversight.mail_waiting order by step_id')

test('given a station that is told to lie in another state, its offices are told of the child there, and those of the first that it is over', async () => {
  const { pool, told } = judged
  await told('placements', 'facility.corrected', idOf(90), place('EM', '07'))
  await told('placements', 'stay.recorded', idOf(2), stay())
  await judged.judgedAt(hours(4))
  const inChiapas = await waiting()
  await told('placements', 'facility.corrected', idOf(90), place('EM', '27'))
  await followAll(pool, { service: 'oversight', followers: FOLLOWERS })
  const before = await version()

  while ((await judgeDue(pool, hours(5))) > 0);
  const after = await version()
  await judged.judgedAt(hours(6))

  const of = { severity: 'CRITICAL', since: NOW, subject: idOf(2) }
  expect(await judged.alerts('HELD_IN_PROHIBITED_PLACE')).toMatchObject([
    { ...of, state: '07', resolved_at: hours(5), resolved_by: 'another_state', resolved_by_id: null },
    { ...of, state: '27', opened_at: hours(5), resolved_at: null },
  ])
  expect((await judged.history('HELD_IN_PROHIBITED_PLACE')).toSorted()).toEqual([
    ...['OPENED CRITICAL', 'OPENED CRITICAL', 'RESOLVED CRITICAL'],
  ])
  const told01 = { kind: 'HELD_IN_PROHIBITED_PLACE', severity: 'CRITICAL' }
  expect(inChiapas).toEqual([{ ...told01, state: '07' }])
  expect(await waiting()).toEqual([...inChiapas, { ...told01, state: '27' }])
  expect(after).toBeGreaterThan(before)
  expect(await version()).toBe(after)
})

test('what persons did about it stays with the first: nobody in the other state has seen to it', async () => {
  const { told } = judged
  await told('placements', 'facility.corrected', idOf(90), place('EM', '07'))
  await told('placements', 'stay.recorded', idOf(2), stay())
  await judged.judgedAt(hours(4))
  await judged.database.query(
    `update oversight.alert set acknowledged_until = $1, assigned_office = 'STATE_SECRETARY', closed_at = $2
     where kind = 'HELD_IN_PROHIBITED_PLACE'`,
    [hours(60), hours(4)],
  )
  await told('placements', 'facility.corrected', idOf(90), place('EM', '27'))
  await judged.judgedAt(hours(5))

  expect(
    await judged.database.query(
      `select state, acknowledged_until, assigned_office, closed_at from oversight.alert
       where kind = 'HELD_IN_PROHIBITED_PLACE' and resolved_at is null`,
    ),
  ).toEqual([{ state: '27', acknowledged_until: null, assigned_office: null, closed_at: null }])
})

test('given a child near its eighteenth birthday that moves to a centre of another state, that one is told that a plan is owed', async () => {
  const { told } = judged
  const { detected_at, ...of } = found()
  await told('children', 'child.corrected', ANA, {
    ...{ ...of, folio: 'F1', first_detected_at: detected_at, born_on: '2008-12-20' },
  })
  await told('placements', 'facility.recorded', idOf(91), place('CASE', '07'))
  await told('placements', 'facility.recorded', idOf(92), place('CASE', '30'))
  await told('placements', 'stay.recorded', idOf(2), stay({ facility_id: idOf(91) }))
  await judged.judgedAt(hours(1))
  await told(
    'placements',
    'stay.corrected',
    idOf(2),
    stay({ facility_id: idOf(91), left_at: hours(2), exit_type: 'TRANSFER' }),
  )
  await told('placements', 'stay.recorded', idOf(3), stay({ facility_id: idOf(92), entered_at: hours(3) }))
  await judged.judgedAt(hours(4))

  expect(await judged.alerts('NO_TRANSITION_PLAN')).toMatchObject([
    { state: '07', resolved_by: 'another_state' },
    { state: '30', opened_at: hours(4), resolved_at: null },
  ])
})
