/** What is owed without interruption and lapses more than once: each time is an alert of its own, also where its file comes late. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hours, idOf, type Judged, openJudged, stay } from '../../../../tests/support/judged.ts'
import { read } from '../../../../tests/support/source-files.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())
beforeEach(async () => {
  await judged.empty()
  await judged.aChild()
  await judged.told('placements', 'stay.recorded', idOf(2), stay())
})

const BY = { quality: 'SUBSTITUTE', forum: null, suspension: null, suspension_on: null }
const represented = (n: number, started_on: string, ended_on: string | null) =>
  judged.told('representation', 'representation.recorded', idOf(n), { ...BY, started_on, ended_on })
const CARD = { document: 'HUMANITARIAN_VISITOR', status: 'CARD_ISSUED', recorded_at: hours(0) }
const granted = (n: number, granted_on: string, expires_on: string | null) =>
  judged.told('children', 'migration_document.recorded', idOf(n), { ...CARD, granted_on, expires_on })
const day = (n: number) => hours(24 * n)
const alerts = async (kind: string) => {
  const all = await judged.alerts(kind)
  return all.filter(({ subject }) => subject !== idOf(1)).map(({ subject, resolved_by_id: by }) => [subject, by])
}

test('a child who was left alone twice before any file told of it: both are written down (A07)', async () => {
  await represented(3, '2026-11-25', '2026-11-27')
  await represented(4, '2026-11-30', null)
  await judged.judgedAt(day(6))
  const first = await alerts('NOT_REPRESENTED')
  await judged.told('representation', 'representation.corrected', idOf(4), {
    ...{ ...BY, started_on: '2026-11-30', ended_on: '2026-12-03' },
  })
  await represented(5, '2026-12-06', null)
  await judged.judgedAt(day(12))

  expect(first).toEqual([[`${idOf(1)}/LAPSED/${idOf(3)}`, idOf(4)]])
  expect(await alerts('NOT_REPRESENTED')).toEqual([...first, [`${idOf(1)}/LAPSED/${idOf(4)}`, idOf(5)]])
})

test('a child who was without a status twice before any file told of it: both are written down (A10)', async () => {
  await granted(3, '2026-11-25', '2026-11-26')
  await granted(4, '2026-11-30', null)
  await judged.judgedAt(day(6))
  const first = await alerts('NO_HUMANITARIAN_STATUS')
  await judged.told('children', 'migration_document.corrected', idOf(4), {
    ...{ ...CARD, granted_on: '2026-11-30', expires_on: '2026-12-02' },
  })
  await granted(5, '2026-12-06', null)
  await judged.judgedAt(day(12))

  expect(first).toEqual([[`${idOf(1)}/EXPIRED/${idOf(3)}`, idOf(4)]])
  expect(await alerts('NO_HUMANITARIAN_STATUS')).toEqual([...first, [`${idOf(1)}/EXPIRED/${idOf(4)}`, idOf(5)]])
})

test('of a document of which it is not told when it expired, the alert stands since that was told first, whatever is told again', async () => {
  const expired = { ...CARD, granted_on: '2026-11-25', expires_on: null, status: 'EXPIRED', expired_told_at: day(2) }
  await judged.told('children', 'migration_document.recorded', idOf(3), { ...expired, recorded_at: day(2) })
  await judged.judgedAt(day(4))
  await judged.told('children', 'migration_document.corrected', idOf(3), { ...expired, recorded_at: day(5) })
  await judged.judgedAt(day(5))

  expect(await judged.history('NO_HUMANITARIAN_STATUS')).toEqual(['OPENED AMBER'])
})

test('a determination of the file that was closed on the day on which the next was opened is none of that (A15)', async () => {
  const file = { opened_at: day(-20), closed_at: null, state: '07', status: 'OPEN' }
  const decided = { decided_at: '2026-11-25T23:59:59.999-06:00', outcome: 'STAY_IN_MEXICO', authority: 'PPNNA' }
  await judged.told('representation', 'protection_case.recorded', idOf(3), {
    ...file,
    closed_at: hours(1),
    status: 'CLOSED',
  })
  await judged.told('representation', 'protection_case.recorded', idOf(4), { ...file, opened_at: hours(2) })
  await judged.told('representation', 'determination.recorded', idOf(5), { ...decided, case_id: idOf(3) })
  await judged.told('representation', 'restitution_plan.recorded', idOf(6), {
    issued_on: '2026-11-25',
    case_id: idOf(4),
  })
  await judged.judgedAt(day(30))
  const before = await judged.history('NO_DETERMINATION')
  await judged.told('representation', 'determination.recorded', idOf(7), { ...decided, case_id: idOf(4) })
  await judged.judgedAt(day(30))

  expect(before).toEqual(['OPENED RED'])
  expect(await judged.history('NO_DETERMINATION')).toEqual(['OPENED RED', 'RESOLVED RED'])
})

test('alerts of before, which had one name for all times, go on under the name of theirs, open and over', async () => {
  await represented(3, '2026-11-25', '2026-11-27')
  await represented(4, '2026-11-30', '2026-12-03')
  await granted(5, '2026-11-25', '2026-11-26')
  await granted(6, '2026-11-30', '2026-12-02')
  for (const n of [4, 6, 12]) await judged.judgedAt(day(n))
  const kept = () => judged.database.query('select * from oversight.alert order by id')
  const steps = () => judged.database.query('select * from oversight.alert_history order by id')
  const [alertsBefore, stepsBefore] = [await kept(), await steps()]
  const FORMER = `update oversight.alert set subject = substring(subject from '^[^/]*/[^/]*') where subject like '%/%/%'`
  await judged.database.query(FORMER)

  await judged.database.query(read('prisma/migrations/20261127180300_lapses_one_by_one/migration.sql'))
  await judged.judgedAt(day(12))

  expect(alertsBefore.filter(({ subject }) => String(subject).split('/').length === 3)).toHaveLength(4)
  expect(await kept()).toEqual(alertsBefore)
  expect(await steps()).toEqual(stepsBefore)
})
