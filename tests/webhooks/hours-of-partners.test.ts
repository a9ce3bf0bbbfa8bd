/** A partner is told of each instant its hour: what it asks to be told again is asked for by the hour, too. */
import { hourOf } from '@vigia/law/durations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

const HOUR_IN_MS = 3_600_000

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

const again = async (owner: ReturnType<typeof aPartner>, id: string, from: number, to: number) => {
  const [since, until] = [from, to].map((at) => new Date(at).toISOString())
  await registry.deliver() // What waits already is not counted again.
  const { redeliverWebhooks } = await registry.asked<{ redeliverWebhooks: { count: number } }>(
    owner,
    `mutation { redeliverWebhooks(id: "${id}", from: "${since}", to: "${until}") { count } }`,
  )
  return redeliverWebhooks.count
}

test('whichever milliseconds of an hour a partner asks for, it is told again what the hour holds', async () => {
  // Given an alert that a partner and an ombudsperson’s system were told of
  const partner = await registry.listening(aPartner('hours'))
  const cndh = await registry.listening(anActor('ombudsperson-federal', { sub: 'client:cndh', kind: 'machine' }))
  await registry.raise()
  await registry.deliver()
  const [{ at }] = (await registry.database.query(
    "select at from oversight.alert_history where step = 'OPENED' order by at desc limit 1",
  )) as [{ at: Date }]

  // When each asks for two moments of the hour in which it was raised, of which one is that of the alert
  const moment = at.getTime()
  const hour = hourOf(at).getTime()
  const beside = moment === hour ? hour + 1 : hour
  const asked = async ({ owner, id }: typeof partner) => [
    await again(owner, id, moment, moment + 1),
    await again(owner, id, beside, beside + 1),
    await again(owner, id, hour - HOUR_IN_MS, hour),
  ]

  // Then to the partner both say the same, and to the ombudsperson which it was
  expect(await asked(partner)).toEqual([1, 1, 0])
  expect(await asked(cndh)).toEqual([1, 0, 0])
})

test('in its log a partner reads of an alert the hour, and of a test that it sent itself when that was', async () => {
  const { owner, id } = await registry.listening(aPartner('log'))
  await registry.raise()
  await registry.asked(owner, `mutation { sendTestEvent(id: "${id}") { endpoint { id } } }`)
  await registry.deliver()
  const kept = await registry.database.query<{ kind: string; at: Date }>(
    'select kind, created_at as at from oversight.webhook_delivery where endpoint_id = $1 order by created_at desc, id desc',
    [id],
  )

  const { webhookDeliveries } = await registry.asked<{ webhookDeliveries: { edges: { node: Told }[] } }>(
    owner,
    `{ webhookDeliveries(endpoint: "${id}") { edges { node { kind createdAt } } } }`,
  )

  const told = webhookDeliveries.edges.map(({ node }) => [node.kind, node.createdAt])
  expect(told.map(([kind]) => kind)).toEqual(['TEST', 'ALERT', 'CHALLENGE'])
  expect(told).toEqual(kept.map(({ kind, at }) => [kind, (kind === 'ALERT' ? hourOf(at) : at).toISOString()]))
})

interface Told {
  kind: string
  createdAt: string
}
