/** What an alert says of itself: every step of a long history, the last ones first where that is wanted; and on what its severity rests. */
import { localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlertWorld, faultIn, inHours, actorOfAlerts as secretary, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

test('of more steps than one answer holds the last are asked for by themselves, and those between by leaving out others', async () => {
  const { id } = await world.one('HELD_WITHOUT_LEGAL_BASIS', 'CRITICAL')
  await world.database.query(
    `insert into oversight.alert_history (alert_id, at, step, severity, reached_at, author, author_role, words)
     select $1, now() + n * interval '1 second', 'COMMENTED', 'CRITICAL', now(), 'somebody', 'state-secretary', n::text from generate_series(1, 250) n`,
    [id],
  )
  const ask = (args: string) => world.graph.ask(secretary, `{ alert(id: "${id}") { steps${args} { step reason } } }`)
  const reasons = async (args: string) => {
    const { data, errors } = await ask(args)
    expect(errors).toBeUndefined()
    return (data as { alert: { steps: { reason: string | null }[] } }).alert.steps.map(({ reason }) => reason)
  }
  const [first, last, before] = [
    await reasons(''),
    await reasons('(newestFirst: true)'),
    await reasons('(newestFirst: true, skip: 100)'),
  ]

  expect([first.length, first[0]]).toEqual([100, null])
  expect([last.length, last[0], last.at(-1)]).toEqual([100, '250', '151'])
  expect([before.length, before[0], before.at(-1)]).toEqual([100, '150', '51'])
  expect(faultIn(await ask('(skip: -1)'))?.['code']).toBe('BAD_USER_INPUT')
})

test('once a term of the law was made stricter, what was critical before rests on the law, and what becomes so on who set it', async () => {
  const federal = anActor('federal-secretary')
  const restsOn = async (list = 'alerts', more = '') => {
    const filter = '{ kind: [HELD_WITHOUT_LEGAL_BASIS], state: "07", severity: [CRITICAL] }'
    const query = `{ ${list}(${more} filter: ${filter}) { edges { node { severityRestsOn { name } } } } }`
    const { data, errors } = await world.graph.ask(federal, query)
    expect(errors).toBeUndefined()
    const { edges } = (data as Record<string, { edges: { node: { severityRestsOn: { name: string } } }[] }>)[list] ?? {}
    return edges?.map(({ node }) => node.severityRestsOn.name).sort()
  }
  const { errors } = await world.act(federal, 'setAlertThreshold', {
    ...{ kind: 'HELD_WITHOUT_LEGAL_BASIS', severity: 'CRITICAL', value: 30, state: '07' },
    ...{ effectiveOn: localDateOf(new Date()), reason: 'Se acordó con la Procuraduría de la entidad' },
  })
  const before = new Date()
  await world.judgedAt(before)
  expect([errors, await restsOn()]).toEqual([undefined, ['NO_MORE_THAN_36_HOURS']])

  // Held for 25 hours until now: for 31.
  await world.judgedAt(inHours(6))
  await world.judgedAt(inHours(6))

  expect(await restsOn()).toEqual(['NO_MORE_THAN_36_HOURS', 'SET_BY_THE_SECRETARY'])
  expect(await restsOn('alertsAsOf', `at: "${before.toISOString()}",`)).toEqual(['NO_MORE_THAN_36_HOURS'])
})
