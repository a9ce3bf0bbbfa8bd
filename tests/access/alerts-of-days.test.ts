/** Alerts by days: by when they were opened, in a list and in notices; and how many stood open when each day was over. */
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

test('how many stood open is told of today and of each day that is over, and of no other', async () => {
  const asked = [addDays(today, -1), addDays(today, -2), today, addDays(today, 1)]
  const openOn = async (code: string, days = asked, severity = '') => {
    const query = `query ($days: [Date!]!) { state(code: "${code}") { openAlertsOn(days: $days${severity}) { day count asOf } openAlerts { severity count } } }`
    return world.graph.ask(secretary, query, { days })
  }
  // Given alerts that were opened the day before yesterday, and have become graver since
  await world.database.query("update oversight.alert set opened_at = opened_at - interval '2 days'")
  await world.database.query("update oversight.alert_history set at = at - interval '2 days'")
  // Yesterday is counted ten minutes after midnight.
  const round = () => world.graph.services.get('oversight')?.round(new Date(Date.now() + 660_000))
  while (await round());

  const answer = await openOn('07')

  const open = (answer.data as Told).state.openAlerts
  const all = open.reduce((sum, { count }) => sum + count, 0)
  expect(all).toBeGreaterThan(0)
  expect((answer.data as Told).state.openAlertsOn).toMatchObject([
    { day: asked[0], count: all, asOf: expect.stringMatching(/T05:59:59\.999Z$/) },
    { day: asked[1], count: all },
    { day: today, count: all },
    { day: asked[3], count: null, asOf: null },
  ])
  const critical = open.filter(({ severity }) => severity === 'CRITICAL').reduce((sum, { count }) => sum + count, 0)
  const criticals = (await openOn('07', asked, ', severity: [CRITICAL]')).data as Told
  expect(criticals.state.openAlertsOn.slice(0, 3).map(({ count }) => count)).toEqual([critical, critical, critical])
  const many = Array.from({ length: 63 }, (_, day) => addDays(today, -day))
  expect(faultIn(await openOn('07', many))).toMatchObject({ code: 'BAD_USER_INPUT' })
})

interface Told {
  state: {
    openAlertsOn: { day: string; count: number | null; asOf: string | null }[]
    openAlerts: { severity: string; count: number }[]
  }
}
