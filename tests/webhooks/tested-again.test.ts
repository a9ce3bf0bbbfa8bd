/** Whoever has mended his receiver tries it: a test is sent at once, and does not wait for the next try of one that failed before. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

const LOG = `query ($id: ID!) { webhookDeliveries(endpoint: $id, first: 9) { edges { node { kind state reason attempts { status } } } }
  webhookEndpoints { edges { node { waiting deadLetters } } } }`

interface Log {
  webhookDeliveries: { edges: { node: { kind: string; state: string; reason: string | null; attempts: unknown[] } }[] }
  webhookEndpoints: { edges: { node: { waiting: number; deadLetters: number } }[] }
}

test('given tests that wait since one of them failed, the next takes their place, is sent now, and the log says so', async () => {
  const one = await registry.listening(aPartner('mended'))
  const sendTest = () => registry.asked(one.owner, `mutation { sendTestEvent(id: "${one.id}") { endpoint { id } } }`)
  one.answer(() => ({ status: 500 }))
  for (const minutes of [0, 1]) {
    await sendTest()
    await registry.deliver(minutes)
  }
  one.answer(() => ({ status: 200 }))
  one.messages.splice(0)

  await sendTest()
  await registry.deliver(2) // Of the failed one the next try is due in five.

  const { webhookDeliveries, webhookEndpoints } = await registry.asked<Log>(one.owner, LOG, { id: one.id })
  const tests = webhookDeliveries.edges.flatMap(({ node }) => (node.kind === 'TEST' ? [node] : []))
  expect(one.messages.map(({ type }) => type)).toEqual(['webhook.test'])
  expect(tests.map(({ state, reason }) => [state, reason])).toEqual([
    ['DELIVERED', null],
    ['WITHHELD', 'ASKED_AGAIN'],
    ['WITHHELD', 'ASKED_AGAIN'],
  ])
  expect(webhookEndpoints.edges.map(({ node }) => node)).toEqual([{ waiting: 0, deadLetters: 0 }])
})

test('given two tests that were asked for one after the other, both are sent', async () => {
  const one = await registry.listening(aPartner('twice'))
  one.messages.splice(0)

  for (let time = 0; time < 2; time += 1)
    await registry.asked(one.owner, `mutation { sendTestEvent(id: "${one.id}") { endpoint { id } } }`)
  await registry.deliver()

  expect(one.messages.map(({ type }) => type)).toEqual(['webhook.test', 'webhook.test'])
})

test('an endpoint that takes what it is sent does not rest; one that asks for time does, until then', async () => {
  const one = await registry.listening(aPartner('rests'))
  const rests = async () => {
    const question = '{ webhookEndpoints { edges { node { restsUntil } } } }'
    const { webhookEndpoints } = await registry.asked<{ webhookEndpoints: { edges: { node: unknown }[] } }>(
      one.owner,
      question,
    )
    return webhookEndpoints.edges.map(({ node }) => node)
  }
  const taken = await rests()

  one.answer(() => ({ status: 503, headers: { 'retry-after': '600' } }))
  await registry.asked(one.owner, `mutation { sendTestEvent(id: "${one.id}") { endpoint { id } } }`)
  await registry.deliver()

  expect(taken).toEqual([{ restsUntil: null }])
  expect(await rests()).toEqual([{ restsUntil: expect.stringMatching(/Z$/) }])
})
