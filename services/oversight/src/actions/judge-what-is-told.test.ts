/** Facts that places and secretariats tell of themselves: each raises its alert, a correction lowers it, a withdrawal takes it back. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { found, hours, idOf, type Judged, NOW, openJudged, stay } from '../../../../tests/support/judged.ts'
import type { ScratchDatabase } from '../../../../tests/support/scratch-database.ts'

let judged: Judged
let database: ScratchDatabase
beforeAll(async () => {
  judged = await openJudged()
  database = judged.database
})
afterAll(() => judged.close())
beforeEach(() => judged.empty())

const told: Judged['told'] = (...of) => judged.told(...of)
const aChild = () => judged.aChild()
const judgedAt = (now: Date) => judged.judgedAt(now)
const alerts = (kind: string) => judged.alerts(kind)
const history = (kind: string) => judged.history(kind)

const kept = (more: object) => stay({ recorded_at: hours(1), ...more })

test('with whom a child sleeps: what the place tells raises it, what it tells next ends it, and a withdrawal takes it back', async () => {
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), kept({}))
  await judgedAt(hours(1))
  expect(await alerts('NOT_APART_FROM_ADULTS')).toEqual([])

  await told('placements', 'stay.corrected', idOf(2), kept({ sleeps_with: 'UNRELATED_ADULTS' }))
  await judgedAt(hours(2))
  await told('placements', 'stay.corrected', idOf(2), kept({ sleeps_with: 'CHILDREN_ALONE', recorded_at: hours(4) }))
  await judgedAt(hours(4))
  await told('placements', 'stay.corrected', idOf(2), kept({ siblings_apart: true, recorded_at: hours(5) }))
  await judgedAt(hours(5))
  await told('placements', 'stay.withdrawn', idOf(2), null)
  await judgedAt(hours(6))

  expect(await alerts('NOT_APART_FROM_ADULTS')).toMatchObject([
    { severity: 'RED', facility_id: idOf(90), opened_at: hours(2), resolved_at: hours(4), resolved_by: 'place_told' },
    { severity: 'RED', opened_at: hours(5), resolved_at: hours(6), resolved_by: null },
  ])
})

test('a disappearance that nobody reported grows graver by the hour, until it is reported, or the child is found', async () => {
  const missing = (more: object) => kept({ left_at: NOW, exit_type: 'NOT_LOCATED', missing_reported: false, ...more })
  await aChild()
  await told('placements', 'stay.recorded', idOf(2), missing({ entered_at: hours(-9) }))
  for (const n of [1, 3, 24]) await judgedAt(hours(n))
  const reported = { missing_reported: true, missing_reported_at: hours(25), recorded_at: hours(26) }
  await told('placements', 'stay.corrected', idOf(2), missing({ entered_at: hours(-9), ...reported }))
  await judgedAt(hours(26))

  expect(await history('DISAPPEARANCE_NOT_REPORTED')).toEqual([
    ...['OPENED AMBER', 'ESCALATED RED', 'ESCALATED CRITICAL', 'RESOLVED CRITICAL'],
  ])
  expect(await alerts('DISAPPEARANCE_NOT_REPORTED')).toMatchObject([{ resolved_by: 'missing_report' }])

  // A correction of the report opens it again, and the child's being found somewhere ends it.
  await told('placements', 'stay.corrected', idOf(2), missing({ entered_at: hours(-9) }))
  await judgedAt(hours(27))
  await told('children', 'detection.recorded', idOf(7), found({ detected_at: hours(27) }))
  await judgedAt(hours(28))

  expect(await alerts('DISAPPEARANCE_NOT_REPORTED')).toMatchObject([
    { resolved_by: 'missing_report' },
    { severity: 'CRITICAL', resolved_by: 'detection', resolved_by_id: idOf(7) },
  ])
})

const REASON = 'Oficio de la federación, de la prueba'
const post = (id: number, condition: string, since: string) =>
  database.query(
    `insert into oversight.secretariat_told (id, state, condition, since, reason, author, author_role, at)
     values ($1, '07', $2, $3, $4, 'a test', 'federal-secretary', $5)`,
    [idOf(id), condition, since, REASON, hours(id)],
  )
const breach = (id: number, entry: string, at: Date) =>
  database.query(
    `insert into oversight.breach_told (id, breach_id, entry, authority, states, happened_at, words, author, author_role, at)
     values ($1, $2, $3, 'DIF', '{07,30}', $4, $5, 'a test', 'federal-secretary', $4)`,
    [idOf(id), idOf(70), entry, at, REASON],
  )

test('a secretariat that is vacant has the state judged at once, what is told last holds, and an appointment ends it', async () => {
  await post(1, 'VACANT', '2026-10-20')
  await judgedAt(hours(1))
  await post(2, 'SHARED', '2026-11-05') // a mistake is told anew
  await judgedAt(hours(2))
  await post(3, 'HELD', '2026-11-25')
  await judgedAt(hours(3))

  expect(await history('SECRETARIAT_VACANT')).toEqual(['OPENED RED', 'LOWERED AMBER', 'RESOLVED AMBER'])
  expect(await alerts('SECRETARIAT_VACANT')).toMatchObject([
    { state: '07', subject: '07', resolved_by: 'secretariat', resolved_by_id: idOf(3) },
  ])
})

test('a breach is an alert of each of its states until those concerned are told, and none where it was none', async () => {
  await breach(1, 'FOUND', hours(0))
  await judgedAt(hours(1))
  expect(await alerts('SECURITY_BREACH')).toMatchObject([
    { state: '07', subject: `${idOf(70)}/DIF`, severity: 'RED' },
    { state: '30', severity: 'RED' },
  ])
  await breach(2, 'TOLD', hours(2))
  await judgedAt(hours(3))
  expect(await alerts('SECURITY_BREACH')).toMatchObject([
    { resolved_by: 'breach', resolved_by_id: idOf(70) },
    { resolved_by: 'breach' },
  ])

  await database.query('truncate oversight.breach_told, oversight.alert cascade')
  await breach(1, 'FOUND', hours(0))
  await judgedAt(hours(4))
  await breach(3, 'NONE', hours(5))
  await judgedAt(hours(5))
  expect(await alerts('SECURITY_BREACH')).toMatchObject([{ resolved_by: null }, { resolved_by: null }])
})
