/** What signs to an endpoint is wrapped by a key that is lost: its owner is told so, and goes on with another secret at once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isSignedBy, type Received } from '../support/receiver.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

const LOST_KEY = '00000000'

interface Shown {
  webhookEndpoints: { edges: { node: { failuresInARow: number; waiting: number } }[] }
  webhookDeliveries: { edges: { node: { state: string; attempts: { status: number | null; fault: string }[] } }[] }
}

test('given a key that is lost, each try says that nothing could be signed; another secret signs from then on', async () => {
  const { owner, id, secret, messages } = await registry.listening(aPartner('unsigned'))
  await registry.database.query('update oversight.webhook_secret set wrapped = $1 || substr(wrapped, 9)', [LOST_KEY])
  await registry.raise()

  const { webhookEndpoints, webhookDeliveries } = await registry.asked<Shown>(
    owner,
    `{ webhookEndpoints { edges { node { failuresInARow waiting } } }
       webhookDeliveries(endpoint: "${id}", state: [WAITING]) { edges { node { state attempts { status fault } } } } }`,
  )
  expect(messages).toEqual([])
  expect(webhookEndpoints.edges.map(({ node }) => node)).toEqual([{ failuresInARow: 1, waiting: 1 }])
  expect(webhookDeliveries.edges.map(({ node }) => node.attempts)).toEqual([[{ status: null, fault: 'NO_KEY' }]])

  const { rotateWebhookSecret: turned } = await registry.asked<{ rotateWebhookSecret: { secret: string } }>(
    owner,
    `mutation { rotateWebhookSecret(id: "${id}") { secret } }`,
  )
  await registry.deliver(1)
  const [message] = messages as [Received]
  expect([turned.secret, secret].map((key) => isSignedBy(key, message))).toEqual([true, false])
})
