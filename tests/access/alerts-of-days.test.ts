/** Alerts by when they were opened: of local days, in a list and in notices. */
import { addDays } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlertWorld, faultIn, actorOfAlerts as secretary, worldOfAlerts } from '../support/alerts.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const today = localDateOf(new Date())

test('alerts are listed of the local days on which they were opened, one by one and in notices', async () => {
  const days = (from: number, to: number) =>
    `{ kind: [HELD_WITHOUT_LEGAL_BASIS], period: { from: "${addDays(today, from)}", to: "${addDays(today, to)}" } }`
  const idsOf = async (filter: string) => (await world.listed(filter)).map(({ id }) => id).sort()
  const all = await idsOf('{ kind: [HELD_WITHOUT_LEGAL_BASIS] }')
  const [first = '', ...others] = all
  await world.database.query("update oversight.alert set opened_at = opened_at - interval '3 days' where id = $1", [
    first,
  ])

  expect(others.length).toBeGreaterThan(0)
  expect(await idsOf(days(0, 0))).toEqual(others)
  expect(await idsOf(days(-3, -3))).toEqual([first])
  expect(await idsOf(days(-3, 0))).toEqual(all)
  expect(await idsOf(days(-9, -4))).toEqual([])
  const groups = await world.graph.ask(
    secretary,
    `{ alertGroups(filter: ${days(-3, -3)}) { edges { node { count } } } }`,
  )
  expect(groups.data).toEqual({ alertGroups: { edges: [{ node: { count: 1 } }] } })
  const backwards = await world.graph.ask(secretary, `{ alerts(filter: ${days(0, -1)}) { totalCount } }`)
  expect(faultIn(backwards)).toMatchObject({ code: 'BAD_USER_INPUT' })
})
