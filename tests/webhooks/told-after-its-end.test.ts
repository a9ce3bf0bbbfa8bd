/** What is delivered late says how the alert stands by then: a beginning that comes behind its end opens nothing for who keeps a list of them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { daysAgo, hoursAgo, written } from '../support/clock.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { settle } from '../support/settled.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
let feeds: Feeds
beforeAll(async () => {
  registry = await webhookRegistry()
  feeds = feedsOf(registry.database.url)
})
afterAll(async () => {
  await feeds.stop()
  await registry.stop()
})

const HOURS_OF_TRIES = [0, 0.1, 0.3, 1, 3, 6, 12, 24, 40, 60, 84, 110, 140]

test('given a message that was given up and an alert that is over, what is delivered again says that it is', async () => {
  const one = await registry.listening(aPartner('away'), { kinds: ['HELD_WITHOUT_LEGAL_BASIS'] })
  const told = () => one.messages.splice(0).map(({ type, data }) => [type, data['isOpen']])
  one.answer(() => ({ status: 500 }))
  const week = written(daysAgo(7))
  const found = aDetection({ 'FECHA Y HORA': week, 'AVISO A PPNNA': week })
  const stay = aStay(found.ACTA, { INGRESO: written(hoursAgo(50)) })
  await feeds.takeIn('children/detections', [found])
  await feeds.takeIn('placements/stays', [stay])
  await settle(registry.graph.services.values(), registry.database)
  for (const hours of HOURS_OF_TRIES) await registry.deliver(60 * hours)
  expect(told()).toEqual(Array.from({ length: 10 }, () => ['alert.opened', true]))

  one.answer(() => ({ status: 204 }))
  const left = { EGRESO: written(hoursAgo(1)), 'TIPO DE EGRESO': 'Canalización institucional' }
  await feeds.takeIn('placements/stays', [{ ...stay, ...left }])
  await settle(registry.graph.services.values(), registry.database)
  await registry.deliver(60 * 200)
  expect(told()).toEqual([['alert.resolved', false]])

  const [from, to] = [hoursAgo(1).toISOString(), hoursAgo(-1).toISOString()]
  const again =
    'mutation ($id: ID!, $from: DateTime!, $to: DateTime!) { redeliverWebhooks(id: $id, from: $from, to: $to) { count } }'
  await registry.asked(one.owner, again, { id: one.id, from, to })
  await registry.deliver(60 * 200)
  expect(told()).toEqual([
    ['alert.opened', false],
    ['alert.resolved', false],
  ])
})
