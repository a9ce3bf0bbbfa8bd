/** An alert that is merely elsewhere than it was is no step of its life, and changes the figures of two states: they are told of it. */
import { followAll } from '@vigia/kit/follow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hours, idOf, type Judged, openJudged, stay } from '../../../../tests/support/judged.ts'
import { FOLLOWERS } from './followers.ts'
import { judgeDue } from './judge-due.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())

async function version(): Promise<number> {
  const [row] = await judged.database.query<{ version: number }>(
    "select version::int as version from outbox.service_version where service = 'oversight'",
  )
  return row?.version ?? 0
}

test('given a place that is told to lie in another state, its alerts are counted there, and whoever keeps an answer hears that it is over', async () => {
  const { pool, told } = judged
  await judged.aChild()
  await told('placements', 'stay.recorded', idOf(2), stay())
  await judged.judgedAt(hours(4))
  await told('placements', 'facility.corrected', idOf(90), { type: 'CCAN', state: '27', lifecycle: 'ACKNOWLEDGED' })
  await followAll(pool, { service: 'oversight', followers: FOLLOWERS })
  const [before, steps] = [await version(), await judged.history('HELD_WITHOUT_LEGAL_BASIS')]

  while ((await judgeDue(pool, hours(4))) > 0);
  const after = await version()
  await judged.judgedAt(hours(4))

  expect(await judged.alerts('HELD_WITHOUT_LEGAL_BASIS')).toMatchObject([{ state: '27', resolved_at: null }])
  expect(await judged.history('HELD_WITHOUT_LEGAL_BASIS')).toEqual(steps)
  expect(after).toBeGreaterThan(before)
  expect(await version()).toBe(after)
})
