/** Who was told what of an alert and when, and who confirmed it: proven to overseers, whatever comes of telling it again. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import type { Received } from '../support/receiver.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

/** When ten tries of one message are due, at the latest. */
const MINUTES_OF_TRIES = [0, 0.2, 7, 45, 190, 560, 1_300, 2_350, 3_850, 5_650]

test('what a system was told it stays told, though its owner asks for it again and cannot take it any more', async () => {
  const one = await registry.listening(aPartner('forgetful', ['14']))
  await registry.raise('Jalisco')
  await registry.deliver()
  const [alert] = await registry.database.query<{ id: string }>(
    "select id from oversight.alert where state = '14' and kind = 'HELD_IN_PROHIBITED_PLACE'",
  )
  const told = async () => {
    const query = `{ dutyToKnow(alertId: "${alert?.id}") { edges { node { authority outcome dueAt toldAt tries } } } }`
    const { dutyToKnow } = await registry.asked<{
      dutyToKnow: { edges: { node: { authority: string; tries: number } }[] }
    }>(anActor('ombudsperson-federal'), query)
    return dutyToKnow.edges.find(({ node }) => node.authority === 'forgetful')?.node
  }
  const before = await told()

  one.answer(() => ({ status: 500 }))
  const range = `from: "${new Date(Date.now() - 3_600_000).toISOString()}", to: "${new Date(Date.now() + 3_600_000).toISOString()}"`
  await registry.asked(one.owner, `mutation { redeliverWebhooks(id: "${one.id}", ${range}) { count } }`)
  const meanwhile = await told()
  for (const minutes of MINUTES_OF_TRIES) await registry.deliver(minutes + 1)
  const [asked] = await registry.database.query<{ state: string }>(
    "select state from oversight.webhook_delivery where endpoint_id = $1 and kind = 'ALERT'",
    [one.id],
  )

  expect(before).toMatchObject({ outcome: 'DELIVERED', toldAt: expect.any(String), tries: 1 })
  expect(meanwhile).toEqual(before)
  expect(asked?.state).toBe('DEAD')
  expect(await told()).toEqual({ ...before, tries: 11 })
})

test('a receiver signs that it received, and the ombudsperson sees who was told what, when, and who confirmed it', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const receiptKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  const [signing, lying] = [
    await registry.listening(aPartner('signing'), { receiptKey }),
    await registry.listening(aPartner('lying'), { receiptKey }),
  ]
  const receiptOf = ({ headers }: Received) =>
    sign(null, Buffer.from(`receipt.${headers['webhook-id']}.${headers['webhook-timestamp']}`), privateKey).toString(
      'base64',
    )
  signing.answer((received) => ({ status: 200, body: JSON.stringify({ receipt: receiptOf(received) }) }))
  lying.answer(() => ({ status: 200, headers: { 'webhook-receipt': Buffer.alloc(64).toString('base64') } }))
  await registry.raise('Veracruz')
  const cndh = anActor('ombudsperson-federal')
  const [alert] = await registry.database.query<{ id: string }>(
    "select id from oversight.alert where state = '30' and kind = 'HELD_IN_PROHIBITED_PLACE' order by opened_at desc limit 1",
  )
  const DUTY = `{ dutyToKnow(alertId: "${alert?.id}") { edges { node { channel authority outcome step severity toldAt confirmedAt receipt } } } }`
  const { dutyToKnow } = await registry.asked<{
    dutyToKnow: {
      edges: { node: { authority: string; confirmedAt: string | null; channel: string; outcome: string } }[]
    }
  }>(cndh, DUTY)
  const by = (authority: string) => dutyToKnow.edges.find(({ node }) => node.authority === authority)?.node

  expect(by('signing')).toMatchObject({
    channel: 'WEBHOOK',
    outcome: 'DELIVERED',
    step: 'OPENED',
    confirmedAt: expect.any(String),
  })
  expect(by('lying')).toMatchObject({ outcome: 'DELIVERED', confirmedAt: null, receipt: null })
  expect(by('state-secretary:30')).toMatchObject({
    channel: 'MAIL',
    outcome: 'SHOWN',
    severity: 'CRITICAL',
    confirmedAt: null,
  })
  await expect(registry.asked(anActor('state-secretary'), DUTY)).resolves.toEqual({ dutyToKnow: null })
  await expect(registry.asked(aPartner('signing'), DUTY)).rejects.toMatchObject({ status: 403 })
})
