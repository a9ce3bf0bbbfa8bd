/** How many alerts stood open at the end of a day: counted when it is over, as it was known then, and not again. */
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hours, idOf, type Judged, openJudged, stay } from '../../../../tests/support/judged.ts'
import { countNextDay } from './count-days.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())
beforeEach(() => judged.empty())

/** Of 33 territories and three severities. */
const A_DAY = 99
const countedAt = (now: Date) => countNextDay(judged.pool, now)
const rowsOf = (day: string) =>
  judged.database.query<{ state: string; severity: string; open: number }>(
    'select state, severity, open from oversight.alert_day where day = $1 order by state, severity',
    [day],
  )
const ofDay = async (day: string) => (await rowsOf(day)).filter(({ open }) => open > 0)

/** The same from the steps of all alerts, gone through one by one. */
async function recounted(day: string) {
  const steps = await judged.database.query<{
    alert_id: string
    state: string
    severity: string
    step: string
    at: Date
  }>(
    'select h.alert_id, a.state, h.severity, h.step, h.at from oversight.alert_history h join oversight.alert a on a.id = h.alert_id order by h.id',
  )
  const last = new Map(steps.filter(({ at }) => at < instantOf(addDays(day, 1))).map((step) => [step.alert_id, step]))
  const open = [...last.values()].filter(({ step }) => step !== 'RESOLVED')
  const cells = Map.groupBy(open, ({ state, severity }) => `${state} ${severity}`)
  return [...cells]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, alerts]) => ({
      ...{ state: alerts[0]?.state, severity: alerts[0]?.severity, open: alerts.length },
    }))
}

/** It is noon of the 25th, Mexican time, and the day is over twelve hours later. Ana is in a referral centre from now on. */
async function held() {
  await judged.aChild()
  await judged.told('placements', 'stay.recorded', idOf(2), stay())
  await judged.judgedAt(hours(3))
}

test('a day is counted once it is over, and every state and severity has its number', async () => {
  await held()

  expect(await countedAt(hours(11.9))).toBe(0)
  expect(await countedAt(hours(12.1))).toBe(0)
  expect(await countedAt(hours(12.2))).toBe(A_DAY)

  expect(await ofDay('2026-11-25')).toContainEqual({ state: '07', severity: 'AMBER', open: 1 })
  expect(await ofDay('2026-11-25')).toEqual(await recounted('2026-11-25'))
  expect(await rowsOf('2026-11-25')).toHaveLength(A_DAY)
  expect(await countedAt(hours(13))).toBe(0)
})

test('days that nobody was there to count come one after the other, each as grave as was known then, what is over by now included', async () => {
  await held()
  for (const hour of [24, 36]) await judged.judgedAt(hours(hour)) // At noon and at midnight of the 26th.
  const over = stay({ left_at: hours(61), exit_type: 'TRANSFER_TO_CAS' })
  await judged.told('placements', 'stay.corrected', idOf(2), over)
  await judged.judgedAt(hours(62)) // On the 28th.

  for (const counts of [A_DAY, A_DAY, A_DAY, A_DAY, 0]) expect(await countedAt(hours(90))).toBe(counts)

  const days = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28']
  const counted = await Promise.all(days.map(ofDay))
  expect(counted).toEqual(await Promise.all(days.map(recounted)))
  const criticals = counted.map((cells) => cells.find(({ severity }) => severity === 'CRITICAL')?.open ?? 0)
  expect(criticals[2]).toBeGreaterThan(criticals[3] ?? 0)
  expect(criticals[2]).toBeGreaterThan(criticals[0] ?? 0)
})

test('what is learned later changes no day that was counted', async () => {
  await held()
  await countedAt(hours(13))
  const before = await rowsOf('2026-11-25')

  await judged.told('placements', 'stay.corrected', idOf(2), stay({ left_at: hours(1), exit_type: 'TRANSFER_TO_CAS' }))
  await judged.judgedAt(hours(14))
  await countedAt(hours(14))

  expect(await rowsOf('2026-11-25')).toEqual(before)
})

test('before the first alert no day is counted: nothing is known of it', async () => {
  await judged.aChild()
  await judged.judgedAt(hours(0))

  expect(await countedAt(hours(100))).toBe(0)
})
