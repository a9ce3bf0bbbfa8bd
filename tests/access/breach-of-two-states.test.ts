/** A breach of data of children of several states: its end ends the alert of each of them, and is told by who oversees them all. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlertWorld, faultIn, inHours, actorOfAlerts as secretary, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const federal = anActor('federal-secretary')

test('of a breach of two states the secretary of one ends no alert: neither as told to those concerned nor as none', async () => {
  const words = 'Una lista de dos centros estuvo a la vista en internet'
  const found = await world.act(federal, 'recordBreach', {
    ...{ authority: 'DIF', states: ['07', '30'], foundAt: inHours(-2), words },
  })
  const { id } = (found.data as { recordBreach: { breach: { id: string } } }).recordBreach.breach
  const statesWarned = async () => {
    await world.judgedAt(new Date())
    const query = '{ alerts(filter: { kind: [SECURITY_BREACH], isOpen: true }) { edges { node { state { code } } } } }'
    const { alerts } = await world.asked<{ alerts: { edges: { node: { state: { code: string } } }[] } }>(federal, query)
    return alerts.edges.map(({ node }) => node.state.code).toSorted()
  }
  const refused = [
    await world.act(secretary, 'recordBreachNotice', { id, toldAt: inHours(-1), words }),
    await world.act(secretary, 'withdrawBreach', { id, reason: words }),
  ]

  expect(refused.map((answer) => faultIn(answer)?.['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  expect(await statesWarned()).toEqual(['07', '30'])

  const both = anActor('state-secretary', { states: ['07', '30'] })
  expect((await world.act(both, 'withdrawBreach', { id, reason: words })).errors).toBeUndefined()
  expect(await statesWarned()).toEqual([])
})
