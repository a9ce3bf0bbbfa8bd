/** What is put right of a place changes what is owed to whoever was there, however long ago; what is put right of a child, who is enough for its place. */
import { followAll } from '@vigia/kit/follow'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ANA, found, hours, idOf, type Judged, openJudged, stay } from '../../../../tests/support/judged.ts'
import { FOLLOWERS } from './followers.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())
beforeEach(() => judged.empty())

const days = (n: number) => hours(24 * n)
const place = (type: string, state: string, more: object = {}) => ({ type, state, lifecycle: 'ACKNOWLEDGED', ...more })

/** Ana, found a hundred days ago, was in a place that INM calls a referral centre, and left it after a day. */
async function aChildOfBefore(more: object): Promise<void> {
  const { told } = judged
  const of = found({ detected_at: days(-100), ppnna_notified_at: days(-100), dif_notified_at: null })
  await told('children', 'child.recorded', ANA, { ...of, folio: 'F1', first_detected_at: days(-100) })
  await told('children', 'detection.recorded', idOf(1), of)
  await told('placements', 'facility.recorded', idOf(90), place('CCAN', '07'))
  await told('placements', 'stay.recorded', idOf(2), stay({ entered_at: days(-99), left_at: days(-98), ...more }))
  await judged.judgedAt(hours(0))
}

test('given a place that a list tells to be a centre of DIF, whoever left it months ago had been handed over', async () => {
  await aChildOfBefore({ exit_type: 'INSTITUTIONAL_REFERRAL' })
  const before = await judged.alerts('HANDOVER_NOT_PROVEN')

  await judged.told('placements', 'facility.corrected', idOf(90), place('CASE', '07'))
  await judged.judgedAt(hours(1))

  expect(before).toMatchObject([{ severity: 'RED', resolved_at: null }])
  expect(await judged.alerts('HANDOVER_NOT_PROVEN')).toMatchObject([{ resolved_at: hours(1), resolved_by: 'entry' }])
})

test('given a place that a list tells to lie elsewhere, that state is told of whoever went missing there months ago', async () => {
  await aChildOfBefore({ exit_type: 'NOT_LOCATED', missing_reported: false, recorded_at: days(-98) })
  const before = await judged.alerts('DISAPPEARANCE_NOT_REPORTED')

  await judged.told('placements', 'facility.corrected', idOf(90), place('CCAN', '27'))
  await judged.judgedAt(hours(1))

  expect(before).toMatchObject([{ state: '07', resolved_at: null }])
  expect(await judged.alerts('DISAPPEARANCE_NOT_REPORTED')).toMatchObject([
    { state: '07', resolved_by: 'another_state' },
    { state: '27', resolved_at: null },
  ])
})

test('of a place of which a list tells nothing else than how many it holds, no child is judged again', async () => {
  await aChildOfBefore({ left_at: null })
  await judged.database.query("update oversight.alert_due set due_at = 'infinity'")

  await judged.told('placements', 'facility.corrected', idOf(90), place('CCAN', '07', { capacity: 20 }))
  await followAll(judged.pool, { service: 'oversight', followers: FOLLOWERS })

  const due = "select about, owner from oversight.alert_due where due_at < 'infinity'"
  expect(await judged.database.query(due)).toEqual([{ about: 'FACILITY', owner: idOf(90) }])
})

test('given children who are told to be younger than was known, one carer is too few for them', async () => {
  const { told } = judged
  const { detected_at, ...of } = found()
  const child = (n: number, born: string) => ({ ...of, folio: `F${n}`, first_detected_at: detected_at, born_on: born })
  await told('placements', 'facility.recorded', idOf(91), place('CASE', '07', { carers: 1 }))
  for (const n of [50, 51, 52, 53, 54]) {
    await told('children', 'child.recorded', idOf(n), child(n, '2020-03-01'), idOf(n))
    await told('placements', 'stay.recorded', idOf(n + 10), stay({ facility_id: idOf(91) }), idOf(n))
  }
  await judged.judgedAt(hours(1))
  expect(await judged.alerts('TOO_FEW_CARERS')).toEqual([])

  for (const n of [50, 51, 52, 53, 54])
    await told('children', 'child.corrected', idOf(n), child(n, '2026-03-01'), idOf(n))
  await judged.judgedAt(hours(2))

  expect(await judged.alerts('TOO_FEW_CARERS')).toMatchObject([
    { severity: 'RED', facility_id: idOf(91), resolved_at: null },
  ])
})
