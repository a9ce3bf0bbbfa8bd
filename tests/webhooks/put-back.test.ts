/** A registry that is put back gives numbers anew that it had given before: no receiver takes another alert for one that it has had. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { aPartner, type Listening, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
  await registry.raise()
})
afterAll(() => registry.stop())

const LOG = 'query ($id: ID!) { webhookDeliveries(endpoint: $id, first: 9) { edges { node { kind messageId } } } }'

interface Log {
  webhookDeliveries: { edges: { node: { kind: string; messageId: string } }[] }
}

const lastStep = async () =>
  (await registry.database.query<{ id: number }>('select max(id)::int as id from oversight.alert_history'))[0]?.id

/** All that was told since `step` is as if it had never been: what the backup lacks. */
const putBack = (step: number | undefined) =>
  registry.database.query(
    `begin; set local session_replication_role = replica;
     delete from oversight.webhook_delivery where step_id > ${step};
     delete from oversight.mail_waiting where step_id > ${step};
     delete from stream.alert_step where step_id > ${step}; delete from stream.alert_waiting where step_id > ${step};
     delete from oversight.alert where id in (select alert_id from oversight.alert_history where id > ${step});
     delete from oversight.alert_history where id > ${step};
     select setval(pg_get_serial_sequence('oversight.alert_history', 'id'), ${step}); commit`,
  )

const idsOf = ({ messages }: Listening) =>
  messages.flatMap(({ type, headers }) => (type === 'alert.opened' ? [String(headers['webhook-id'])] : []))

test('given a backup that is put back, an alert that is raised then is nothing that a receiver has had', async () => {
  const cndh = await registry.listening(anActor('ombudsperson-federal', { sub: 'client:cndh', org: 'CNDH' }))
  const partner = await registry.listening(aPartner('before and after'))
  const saved = await lastStep()

  await registry.raiseAs('HELD_IN_PROHIBITED_PLACE', 'CRITICAL')
  const lost = await lastStep()
  await registry.deliver()
  await putBack(saved)
  await registry.raiseAs('HELD_IN_PROHIBITED_PLACE', 'CRITICAL')
  await registry.deliver()

  expect(await lastStep()).toBe(lost)
  for (const one of [cndh, partner]) {
    const [first, second, ...more] = idsOf(one)
    expect({ first, second, more }).toEqual({ first: expect.any(String), second: expect.any(String), more: [] })
    expect(second).not.toBe(first)
    // In the log it stands as it was sent.
    const { webhookDeliveries } = await registry.asked<Log>(one.owner, LOG, { id: one.id })
    expect(webhookDeliveries.edges.flatMap(({ node }) => (node.kind === 'ALERT' ? [node.messageId] : []))).toEqual([
      second,
    ])
  }
})

test('what was sent before messages had marks is sent again under the id that it had', async () => {
  const cndh = await registry.listening(anActor('ombudsperson-federal', { sub: 'client:cndh', org: 'CNDH' }))
  await registry.raiseAs('HELD_IN_PROHIBITED_PLACE', 'CRITICAL')
  const step = await lastStep()
  await registry.deliver()
  await registry.database.query("update oversight.webhook_delivery set mark = '' where endpoint_id = $1", [cndh.id])
  const now = Date.now()

  await registry.asked(
    cndh.owner,
    `mutation { redeliverWebhooks(id: "${cndh.id}", from: "${new Date(now - 60_000).toISOString()}", to: "${new Date(now + 60_000).toISOString()}") { count } }`,
  )
  await registry.deliver()

  // Of what was raised before it nothing had been sent to this endpoint.
  expect(idsOf(cndh)).toContain(`msg_${step}_${cndh.id}`)
})
