/** Alerts of a registry: raised by facts and by time alone, grown graver, resolved by the fact that ended them, never doubled. */
import { followAll } from '@vigia/kit/follow'
import { rebuild } from '@vigia/kit/rebuild'
import { localDateOf } from '@vigia/law/mexican-time'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ANA, found, hours, idOf, type Judged, NOW, openJudged, stay } from '../../../../tests/support/judged.ts'
import type { ScratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { askByWave } from '../store/threshold-store.ts'
import { deriveAll } from './derive-all.ts'
import { FOLLOWERS, PICTURES } from './followers.ts'
import { judgeDue } from './judge-due.ts'

let judged: Judged
let database: ScratchDatabase
let pool: Pool
beforeAll(async () => {
  judged = await openJudged()
  ;({ database, pool } = judged)
})
afterAll(() => judged.close())
beforeEach(() => judged.empty())

const told: Judged['told'] = (...of) => judged.told(...of)
const aChild = () => judged.aChild()
const judgedAt = (now: Date) => judged.judgedAt(now)
const alerts = (kind: string) => judged.alerts(kind)
const history = (kind: string) => judged.history(kind)
const dueAt = async () => {
  const [row] = await database.query<{ due_at: Date }>('select due_at from oversight.alert_due where owner = $1', [ANA])
  return row?.due_at
}

test('a child in a referral centre: time alone raises it, step by step, and the exit resolves it', async () => {
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), stay())

  await judgedAt(hours(2))
  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toEqual([])
  expect(await dueAt()).toEqual(hours(3))

  await judgedAt(hours(3))
  await judgedAt(hours(23))
  await judgedAt(hours(24))
  await judgedAt(hours(36))
  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([
    { severity: 'CRITICAL', state: '07', facility_id: idOf(90), since: NOW, opened_at: hours(3), resolved_at: null },
  ])

  await told('placements', 'stay.corrected', idOf(2), stay({ left_at: hours(40), exit_type: 'TRANSFER_TO_CAS' }))
  await judgedAt(hours(48))
  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([
    { resolved_at: hours(48), resolved_by: 'stay', resolved_by_id: idOf(2) },
  ])
  expect(await history('HELD_WITHOUT_LEGAL_BASIS')).toEqual([
    'OPENED AMBER',
    'ESCALATED RED',
    'ESCALATED CRITICAL',
    'RESOLVED CRITICAL',
  ])
})

test('a clock that runs out waits behind nobody for whom a large file asks', async () => {
  // Given a child in a referral centre, and a file that asks for more than are judged at once
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), stay())
  await judgedAt(hours(2))
  await database.query(
    `insert into oversight.alert_due (about, owner, due_at)
     select 'CHILD', gen_random_uuid(), '-infinity' from generate_series(1, 1500)`,
  )

  // When one batch is judged after the first term
  await judgeDue(pool, hours(3))

  // Then the child's alert is among it
  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([{ severity: 'AMBER', opened_at: hours(3) }])
})

test('while a large file waits to be heard, clocks go on for those of whom it does not speak', async () => {
  // Given two children in a referral centre, and thousands of events that nobody has heard, one of them of the second
  const BEA = idOf(70)
  await aChild()
  await told('children', 'detection.recorded', idOf(71), found(), BEA)
  for (const [id, child] of [[2, ANA] as const, [72, BEA] as const])
    await told('placements', 'stay.recorded', idOf(id), stay(), child)
  await judgedAt(hours(2))
  await database.query(
    `insert into outbox.event (seq, source, type, entity_id, child_id, payload, recorded_at)
     select 10000 + n, 'placements', 'stay.recorded', gen_random_uuid(), case n when 1 then $1 else gen_random_uuid() end, '{}', now()
     from generate_series(1, 2500) n`,
    [BEA],
  )

  // When both terms have run out
  while ((await judgeDue(pool, hours(3))) > 0);

  // Then the first is told of; the second is judged once what speaks of her is heard
  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([{ subject: idOf(2), opened_at: hours(3) }])
})

test('a place that turns out to be a station raises its own alert, and takes the other back', async () => {
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), stay())
  await judgedAt(hours(5))

  await told('placements', 'facility.corrected', idOf(90), { type: 'EM', state: '07', lifecycle: 'ACKNOWLEDGED' })
  await judgedAt(hours(6))

  expect(await alerts('HELD_IN_PROHIBITED_PLACE')).toMatchObject([{ severity: 'CRITICAL', resolved_at: null }])
  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([{ resolved_at: hours(6), resolved_by: null }])
})

test('a stay of which a file tells only after it was over is written down all the same, once', async () => {
  await aChild()
  await told('placements', 'facility.corrected', idOf(90), { type: 'EM', state: '07', lifecycle: 'ACKNOWLEDGED' })
  await told('placements', 'stay.recorded', idOf(2), stay({ left_at: hours(8) }))

  await judgedAt(hours(30))
  await told('placements', 'stay.corrected', idOf(2), stay({ left_at: hours(9) }))
  await judgedAt(hours(31))

  expect(await history('HELD_IN_PROHIBITED_PLACE')).toEqual(['OPENED CRITICAL', 'RESOLVED CRITICAL'])
})

test('a return planned without a determination is critical at once, and a determination that permits it resolves it', async () => {
  await aChild()
  await told('returns', 'return_plan.recorded', idOf(5), {
    folio: 'R1',
    state: '07',
    planned_on: '2026-12-24',
    return_type: 'ASSISTED_RETURN',
    recorded_at: hours(1),
  })
  await judgedAt(hours(1))
  expect(await alerts('RETURN_WITHOUT_DETERMINATION')).toMatchObject([{ severity: 'CRITICAL', subject: idOf(5) }])

  await told('representation', 'determination.recorded', idOf(6), {
    decided_at: hours(20),
    outcome: 'RETURN_PERMITTED',
    authority: 'PPNNA',
  })
  await judgedAt(hours(21))
  expect(await alerts('RETURN_WITHOUT_DETERMINATION')).toMatchObject([
    { resolved_by: 'determination', resolved_by_id: idOf(6) },
  ])
})

test('a child that is withdrawn takes its alerts along, and a correction may lower one', async () => {
  await aChild()
  await judgedAt(hours(80))
  expect(await alerts('CASE_NOT_PROCESSED')).toMatchObject([{ severity: 'RED' }])

  await told('children', 'detection.corrected', idOf(1), found({ ppnna_notified_at: hours(40) }))
  await judgedAt(hours(81))
  await told('children', 'detection.withdrawn', idOf(1), null)
  await told('children', 'child.withdrawn', ANA, null)
  await judgedAt(hours(82))

  expect(await history('CASE_NOT_PROCESSED')).toEqual(['OPENED RED', 'LOWERED AMBER', 'RESOLVED AMBER'])
  expect(await database.query('select from oversight.alert where resolved_at is null')).toEqual([])
})

test('judging again changes nothing, and neither does a rebuild', async () => {
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), stay())
  await judgedAt(hours(50))
  const all = () => database.query('select * from oversight.alert order by id')
  const [before, steps] = [await all(), (await database.query('select from oversight.alert_history')).length]

  await database.query('select oversight.ask_all_again()')
  await judgedAt(hours(50))
  await rebuild(pool, { service: 'oversight', followers: FOLLOWERS, pictures: PICTURES, deriveAll, now: hours(50) })
  await judgedAt(hours(50))

  expect(before.length).toBeGreaterThan(2)
  expect((await all()).filter(({ about }) => about === 'CHILD')).toEqual(
    before.filter(({ about }) => about === 'CHILD'),
  )
  expect(
    await database.query(
      "select from oversight.alert_history h join oversight.alert a on a.id = h.alert_id where a.about = 'CHILD'",
    ),
  ).toHaveLength(steps)
})

test('a threshold that the secretary has set holds from its day on, in its state alone', async () => {
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), stay())
  await database.query(
    `insert into oversight.alert_threshold (kind, step, state, amount, effective_on, reason, set_by, set_at)
     values ('HELD_WITHOUT_LEGAL_BASIS', 0, '07', 1, '2026-11-25', 'acuerdo con el estado', 'a test', '2026-11-20'),
            ('HELD_WITHOUT_LEGAL_BASIS', 0, '30', 9, '2026-11-25', 'acuerdo con el estado', 'a test', '2026-11-20')`,
  )

  while ((await askByWave(pool, hours(1), 100)) > 0);
  await judgedAt(hours(1))

  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([
    { severity: 'AMBER', reached_at: hours(1), rests_on: 'SET_BY_THE_SECRETARY' },
  ])
})

test('a threshold that is set looser afterwards takes back nothing of what was reached, and says so of what comes', async () => {
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), stay())
  await judgedAt(hours(4))
  const insert = `insert into oversight.alert_threshold (kind, step, state, amount, effective_on, reason, set_by, set_at)
    values ('HELD_WITHOUT_LEGAL_BASIS', $1, null, $2, $3, 'acuerdo con el estado', 'a test', $4)`
  await database.query(insert, [0, 20, localDateOf(hours(5)), hours(5)])
  await database.query(insert, [1, 30, localDateOf(hours(5)), hours(5)])

  while ((await askByWave(pool, hours(5), 100)) > 0);
  await judgedAt(hours(5))
  await judgedAt(hours(24))
  await judgedAt(hours(30))

  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([{ severity: 'RED', reached_at: hours(30) }])
  expect(await history('HELD_WITHOUT_LEGAL_BASIS')).toEqual(['OPENED AMBER', 'ESCALATED RED'])
  const rested = await database.query<{ rests_on: string }>(
    `select h.rests_on from oversight.alert_history h join oversight.alert a on a.id = h.alert_id
     where kind = 'HELD_WITHOUT_LEGAL_BASIS' order by h.id`,
  )
  expect(rested.map(({ rests_on }) => rests_on)).toEqual(['HELD_TOO_LONG_STEPS', 'SET_BY_THE_SECRETARY'])
})

test('two who judge at once raise nothing twice', async () => {
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), stay())
  await followAll(pool, { service: 'oversight', followers: FOLLOWERS })

  await Promise.all([judgeDue(pool, hours(50)), judgeDue(pool, hours(50)), judgeDue(pool, hours(50))])

  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toHaveLength(1)
})

test('given a clock that is behind, what it resolves was resolved when it was opened, not before', async () => {
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), stay())
  await judgedAt(hours(50))
  await told('placements', 'stay.withdrawn', idOf(2), null)
  await judgedAt(hours(49))

  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([{ opened_at: hours(50), resolved_at: hours(50) }])
})
