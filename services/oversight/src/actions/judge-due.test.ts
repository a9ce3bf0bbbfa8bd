/** Alerts of a registry: raised by facts and by time alone, grown graver, resolved by the fact that ended them, never doubled. */
import { openPool } from '@vigia/db/open'
import { followAll } from '@vigia/kit/follow'
import { rebuild } from '@vigia/kit/rebuild'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { askByWave } from '../store/threshold-store.ts'
import { deriveAll } from './derive-all.ts'
import { FOLLOWERS, PICTURES } from './followers.ts'
import { judgeDue } from './judge-due.ts'

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
  const counters = ['position', 'delta', 'day_counter', 'month_counter', 'cube']
  const kept = [...counters, 'alert', 'alert_history', 'alert_threshold', 'threshold_wave']
  await database.query(
    `truncate outbox.event, ${[...PICTURES, ...kept].map((table) => `oversight.${table}`).join(', ')}`,
  )
  seq = 0
})

const NOW = new Date('2026-11-25T18:00:00Z')
const HOUR = 3_600_000
const hours = (n: number) => new Date(NOW.getTime() + n * HOUR)
const ANA = '00000000-0000-4000-8000-00000000000a'
const idOf = (n: number) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`

let seq = 0
async function told(source: string, type: string, id: string, payload: object | null) {
  seq += 1
  await database.query(
    `insert into outbox.event (seq, source, type, entity_id, child_id, payload, recorded_at)
     values ($1, $2, $3, $4, $5, $6, now())`,
    [seq, source, type, id, type.startsWith('facility') ? null : ANA, payload],
  )
}

const found = (more: object = {}) => ({
  detected_at: NOW,
  state: '07',
  nationality: 'HND',
  age_group: 'FROM_12_TO_17',
  accompaniment: 'UNACCOMPANIED',
  ppnna_notified_at: NOW,
  dif_notified_at: NOW,
  recorded_at: NOW,
  ...more,
})
async function aChild() {
  const { detected_at, ...of } = found()
  await told('children', 'child.recorded', ANA, { ...of, folio: 'F1', first_detected_at: detected_at })
  await told('children', 'detection.recorded', idOf(1), found())
  await told('placements', 'facility.recorded', idOf(90), { type: 'CCAN', state: '07', lifecycle: 'ACKNOWLEDGED' })
}
const stay = (more: object = {}) => ({
  facility_id: idOf(90),
  entered_at: NOW,
  left_at: null,
  exit_type: null,
  ...more,
})

async function judgedAt(now: Date) {
  await followAll(pool, 'oversight', FOLLOWERS)
  while ((await judgeDue(pool, now)) > 0);
}
const alerts = (kind: string) =>
  database.query(
    `select severity, subject, state, facility_id, since, reached_at, opened_at, resolved_at, resolved_by, resolved_by_id
     from oversight.alert where kind = $1 order by opened_at, id`,
    [kind],
  )
const history = async (kind: string) =>
  (
    await database.query<{ step: string; severity: string }>(
      `select h.step, h.severity from oversight.alert_history h join oversight.alert a on a.id = h.alert_id
       where a.kind = $1 order by h.id`,
      [kind],
    )
  ).map(({ step, severity }) => `${step} ${severity}`)
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
    `insert into oversight.alert_threshold (kind, step, state, amount, effective_on, reason, set_by)
     values ('HELD_WITHOUT_LEGAL_BASIS', 0, '07', 1, '2026-11-25', 'acuerdo con el estado', 'a test'),
            ('HELD_WITHOUT_LEGAL_BASIS', 0, '30', 9, '2026-11-25', 'acuerdo con el estado', 'a test')`,
  )

  while ((await askByWave(pool, hours(1), 100)) > 0);
  await judgedAt(hours(1))

  expect(await alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([{ severity: 'AMBER', reached_at: hours(1) }])
})

test('two who judge at once raise nothing twice', async () => {
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), stay())
  await followAll(pool, 'oversight', FOLLOWERS)

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
