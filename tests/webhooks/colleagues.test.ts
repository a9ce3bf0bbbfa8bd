/** An endpoint is of an organization, whose programs need not know the same: what is told goes by the rights of who named the address. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReceiver, type Receiver } from '../support/receiver.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
let receiver: Receiver
beforeAll(async () => {
  ;[registry, receiver] = await Promise.all([webhookRegistry(), aReceiver()])
})
afterAll(() => Promise.all([receiver.stop(), registry.stop()]))

const OF_BOTH_STATES = aPartner('office', ['07', '30'])
const OF_VERACRUZ = { ...aPartner('office', ['30']), sub: 'client:office-veracruz' }

const statesTold = ({ messages }: Pick<Receiver, 'messages'>) => messages.map(({ data }) => data['state'])

async function given(endpoint: string, address: string, by = OF_VERACRUZ): Promise<void> {
  const change =
    'mutation ($id: ID!, $url: String!) { updateWebhookEndpoint(id: $id, input: { url: $url }) { endpoint { status } } }'
  await registry.asked(by, change, { id: endpoint, url: address })
  await registry.asked(by, `mutation { enableWebhookEndpoint(id: "${endpoint}") { endpoint { status } } }`)
  await registry.deliver()
}

test('a colleague who may know less, and gives an endpoint an address of his own, is told there what he may know', async () => {
  const one = await registry.listening(OF_BOTH_STATES)
  one.answer(() => ({ status: 500 }))
  await registry.raise('Chiapas')
  expect(statesTold(one)).toEqual(['07'])

  await given(one.id, receiver.url)
  await registry.raise('Chiapas')
  await registry.raise('Veracruz')
  await registry.deliver(10)

  expect(statesTold(receiver)).toEqual(['30'])
})

test('one who only stops it, starts it and turns its secret leaves it with what it was told', async () => {
  const one = await registry.listening(OF_BOTH_STATES)
  for (const act of ['disableWebhookEndpoint', 'rotateWebhookSecret', 'enableWebhookEndpoint'])
    await registry.asked(OF_VERACRUZ, `mutation { ${act}(id: "${one.id}") { endpoint { status } } }`)
  await given(one.id, one.url)
  await registry.raise('Chiapas')

  expect(statesTold(one)).toEqual(['07'])
})
