/** A clock that ran ahead raises what is not due: once it is put back, it stands no longer than until the next round. */

import { log } from '@vigia/kit/log'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { hours, idOf, type Judged, openJudged, stay } from '../../../../tests/support/judged.ts'
import { askOnceClockIsPutBack } from './clock-put-back.ts'
import { countNextDay } from './count-days.ts'

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
afterEach(() => void vi.restoreAllMocks())

const KIND = 'HELD_WITHOUT_LEGAL_BASIS'
const open = async () => (await judged.alerts(KIND)).filter(({ resolved_at }) => resolved_at === null)
const aWarning = () => vi.spyOn(log, 'warn').mockImplementation(() => undefined)

test('given a child held for an hour who was told to be held for days by a clock that ran ahead, and is not once that is put right', async () => {
  const told = aWarning()
  const askOnce = askOnceClockIsPutBack(judged.pool)
  await askOnce(hours(72))
  await judged.judgedAt(hours(72))
  expect(await open()).toMatchObject([{ severity: 'CRITICAL' }])

  await askOnce(hours(1))
  await judged.judgedAt(hours(1))

  expect(await open()).toEqual([])
  expect(told).toHaveBeenCalledExactlyOnceWith({ wasAt: hours(72) }, expect.stringMatching(/^The clock was put back/))
  // And the term itself is missed by nobody.
  await askOnce(hours(72))
  await judged.judgedAt(hours(72))
  expect(await open()).toMatchObject([{ severity: 'CRITICAL' }])
})

test('given a process that was started anew meanwhile, it goes by what was written down', async () => {
  const told = aWarning()
  await judged.judgedAt(hours(72))

  await askOnceClockIsPutBack(judged.pool)(hours(1))
  await judged.judgedAt(hours(1))

  expect(await open()).toEqual([])
  expect(told).toHaveBeenCalledTimes(1)
})

test('given clocks that differ by seconds, nobody is judged again for it', async () => {
  const told = aWarning()
  const askOnce = askOnceClockIsPutBack(judged.pool)
  await judged.judgedAt(hours(72))
  await askOnce(hours(72))
  const [due] = await judged.database.query("select min(due_at) as at from oversight.alert_due where about = 'CHILD'")

  await askOnce(new Date(hours(72).getTime() - 20_000))

  expect(
    await judged.database.query("select min(due_at) as at from oversight.alert_due where about = 'CHILD'"),
  ).toEqual([due])
  expect(told).not.toHaveBeenCalled()
})

test('given days that were counted before they were over, they are counted anew once they are, and those that were over stay', async () => {
  aWarning()
  const now = new Date()
  const inThreeDays = new Date(now.getTime() + 3 * 86_400_000)
  const daysCounted = (which = '') =>
    judged.database.query(`select distinct day::text as day from oversight.alert_day ${which} order by 1`)
  const askOnce = askOnceClockIsPutBack(judged.pool)
  await judged.judgedAt(hours(3))
  while ((await countNextDay(judged.pool, now)) > 0);
  const before = await daysCounted()
  expect(before.length).toBeGreaterThan(0)
  await askOnce(inThreeDays)
  while ((await countNextDay(judged.pool, inThreeDays)) > 0);
  expect((await daysCounted()).length).toBeGreaterThan(before.length)

  await askOnce(now)

  const days = await daysCounted()
  expect(days).toEqual(expect.arrayContaining(before))
  // By the clock of the database, of which midnight may have come since.
  expect(days).toEqual(await daysCounted('where day < outbox.mx_date(now())'))
})
