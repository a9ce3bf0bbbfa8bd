/** An owner turns his secret again and again: the last few sign, and no header grows beyond what a server takes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isSignedBy, type Received } from '../support/receiver.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

test('of secrets that were turned within a day the new one and the last four before it sign', async () => {
  const { owner, id, secret, messages } = await registry.listening(aPartner('turning'))
  const secrets = [secret]
  for (let turn = 0; turn < 7; turn += 1) {
    const { rotateWebhookSecret: turned } = await registry.asked<{ rotateWebhookSecret: { secret: string } }>(
      owner,
      `mutation { rotateWebhookSecret(id: "${id}") { secret } }`,
    )
    secrets.push(turned.secret)
  }
  await registry.raise()
  const [message] = messages as [Received]

  expect(secrets.map((key) => isSignedBy(key, message))).toEqual([
    ...[false, false, false],
    ...[true, true, true, true, true],
  ])
  expect(String(message.headers['webhook-signature']).split(' ')).toHaveLength(5)
})

test.each([
  ['V1', /^whsec_/],
  ['V1A', /^whpk_/],
] as const)('given nothing is said of how, another secret signs as the one before, %s', async (signature, shown) => {
  const { owner, id } = await registry.listening(aPartner(`turning ${signature}`), {}, signature)
  const { rotateWebhookSecret: turned } = await registry.asked<{ rotateWebhookSecret: { secret: string } }>(
    owner,
    `mutation { rotateWebhookSecret(id: "${id}") { secret } }`,
  )

  expect(turned.secret).toMatch(shown)
})
