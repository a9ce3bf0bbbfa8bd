/** An endpoint is of an organization, whose programs need not know the same: what is told goes by the rights of who named the address. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AN_AGREEMENT } from '../support/an-agreement.ts'
import { hoursAgo } from '../support/clock.ts'
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

const agreeing = (partner: typeof OF_VERACRUZ, agreement: object) =>
  ({ ...partner, sub: 'client:office-less', agreement: { ...AN_AGREEMENT, ...agreement } }) as typeof OF_VERACRUZ

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

describe('a colleague who may know less', () => {
  const LOG =
    'query ($id: ID!) { webhookDeliveries(endpoint: $id, first: 100) { edges { node { kind alertId createdAt } } } }'
  const logOf = async (by: typeof OF_VERACRUZ, id: string) => {
    const { webhookDeliveries } = await registry.asked<{ webhookDeliveries: { edges: { node: { kind: string } }[] } }>(
      by,
      LOG,
      { id },
    )
    return webhookDeliveries.edges.map(({ node }) => node.kind).toSorted()
  }

  test('reads in the log of an endpoint what of it is of his own states and kinds, and its tests', async () => {
    // Given an endpoint that is told of both states, one alert in Chiapas and two in Veracruz
    const one = await registry.listening(OF_BOTH_STATES)
    await registry.raise('Chiapas')
    await registry.raise('Veracruz', 2)
    await registry.deliver()

    // Then who gave its address reads of all three, whoever is of Veracruz of two, and of another kind of none
    expect(await logOf(OF_BOTH_STATES, one.id)).toEqual(['ALERT', 'ALERT', 'ALERT', 'CHALLENGE'])
    expect(await logOf(OF_VERACRUZ, one.id)).toEqual(['ALERT', 'ALERT', 'CHALLENGE'])
    expect(await logOf(agreeing(OF_BOTH_STATES, { kinds: ['MISSING_IN_CARE'] }), one.id)).toEqual(['CHALLENGE'])
    expect(await logOf(agreeing(OF_BOTH_STATES, { from: Date.now() }), one.id)).toEqual(['CHALLENGE'])
  })

  test('reads nothing of what was withheld since the rights of who gave the address were narrowed', async () => {
    const one = await registry.listening(OF_BOTH_STATES)
    one.answer(() => ({ status: 500 }))
    await registry.raise('Chiapas')
    await registry.asked({ ...OF_BOTH_STATES, states: ['30'] }, '{ webhookEndpoints { edges { node { id } } } }')
    await registry.deliver(10)

    expect(await logOf({ ...OF_BOTH_STATES, states: ['30'] }, one.id)).toEqual(['ALERT', 'CHALLENGE'])
    expect(await logOf(OF_VERACRUZ, one.id)).toEqual(['CHALLENGE'])
    await registry.asked(OF_BOTH_STATES, '{ webhookEndpoints { edges { node { id } } } }')
  })

  test('is told of how many messages wait and were given up of those alone that he reads in the log', async () => {
    // Given an endpoint that fails, with one alert of Chiapas and two of Veracruz on the way, and one of Chiapas given up
    const one = await registry.listening(OF_BOTH_STATES)
    one.answer(() => ({ status: 500 }))
    await registry.raise('Chiapas')
    await registry.deliver()
    await registry.database.query(
      `update oversight.webhook_delivery set state = 'DEAD', done_at = now() where endpoint_id = '${one.id}' and state = 'WAITING'`,
    )
    await registry.raise('Chiapas')
    await registry.raise('Veracruz', 2)
    const counted = async (by: typeof OF_VERACRUZ) => {
      const all = '{ webhookEndpoints(first: 100) { edges { node { id waiting deadLetters } } } }'
      const { webhookEndpoints } = await registry.asked<{ webhookEndpoints: { edges: { node: { id: string } }[] } }>(
        by,
        all,
      )
      return webhookEndpoints.edges.map(({ node }) => node).find(({ id }) => id === one.id)
    }

    // Then each is told as many as his log lists: to whoever is of Veracruz nothing says that anything of Chiapas is there
    expect(await counted(OF_BOTH_STATES)).toEqual({ id: one.id, waiting: 3, deadLetters: 1 })
    expect(await counted(OF_VERACRUZ)).toEqual({ id: one.id, waiting: 2, deadLetters: 0 })
    expect(await counted(agreeing(OF_BOTH_STATES, { kinds: ['MISSING_IN_CARE'] }))).toMatchObject({ waiting: 0 })
  })

  test('has told again, and counted, what he may know himself', async () => {
    const one = await registry.listening(OF_BOTH_STATES)
    await registry.raise('Chiapas')
    await registry.deliver()
    const before = one.messages.length
    const again = (by: typeof OF_VERACRUZ) =>
      registry.asked(
        by,
        `mutation { redeliverWebhooks(id: "${one.id}", from: "${hoursAgo(1).toISOString()}", to: "${hoursAgo(-1).toISOString()}") { count } }`,
      )
    const ofAll = await registry.database.query<{ state: string }>(
      "select a.state from oversight.alert a join oversight.alert_history h on h.alert_id = a.id where h.step = 'OPENED' and a.kind = 'HELD_IN_PROHIBITED_PLACE'",
    )
    const inVeracruz = ofAll.filter(({ state }) => state === '30').length

    expect(await again(OF_VERACRUZ)).toEqual({ redeliverWebhooks: { count: inVeracruz } })
    await registry.deliver()

    expect(statesTold({ messages: one.messages.slice(before) })).toEqual(Array(inVeracruz).fill('30'))
    expect(await again(OF_BOTH_STATES)).toEqual({ redeliverWebhooks: { count: ofAll.length } })
  })
})
