/** Alerts come to the systems of partners: signed, thin, in words of their own, and as long as they are entitled. */
import { createServer } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AN_AGREEMENT } from '../support/an-agreement.ts'
import { anActor } from '../support/asking.ts'
import { isSignedBy, type Received } from '../support/receiver.ts'
import { aPartner, type Listening, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

type Page = { edges: { node: { id: string; status: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }
type Endpoints = { webhookEndpoints: Page }
const PAGE = `query ($after: String) { webhookEndpoints(first: 2, after: $after) {
  edges { node { id status } } pageInfo { endCursor hasNextPage } } }`

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

const [ONE, TWO] = [aPartner('one'), aPartner('two')]
const CNDH = anActor('ombudsperson-federal', { sub: 'client:sistema-cndh', kind: 'machine' })

type Told = { alerts: { edges: { node: { id: string; childRef: string; openedAt: string } }[] } }
const ALERTS =
  '{ alerts(first: 100, filter: { kind: [HELD_IN_PROHIBITED_PLACE] }) { edges { node { id childRef openedAt } } } }'

test('an alert comes to each who is entitled: signed, thin, in words of his own', async () => {
  const listeners = [
    await registry.listening(ONE),
    await registry.listening(TWO, {}, 'V1'),
    await registry.listening(CNDH),
  ]
  const [one, two, cndh] = listeners as [Listening, Listening, Listening]
  await registry.raise()
  await registry.deliver()

  for (const { messages, owner } of listeners) {
    const { edges } = (await registry.asked<Told>(owner, ALERTS)).alerts
    expect(messages.map(({ type }) => type)).toEqual(['alert.opened'])
    expect(messages[0]?.data).toEqual({
      alertId: edges[0]?.node.id,
      childRef: edges[0]?.node.childRef,
      kind: 'HELD_IN_PROHIBITED_PLACE',
      number: 'A01',
      ...{ severity: 'CRITICAL', isOpen: true },
      state: '07',
      citation: expect.stringMatching(/^LM art/),
    })
  }
  const words = listeners.flatMap(({ messages: [first] }) => [
    first?.data['alertId'],
    first?.data['childRef'],
    String(first?.headers['webhook-id']).slice(4, -37), // between `msg_` and the endpoint
  ])
  expect(new Set(words).size).toBe(9)
  expect(isSignedBy(one.secret, one.messages[0] as Received)).toBe(true)
  expect(isSignedBy(cndh.secret, one.messages[0] as Received)).toBe(false)
  const [toTwo] = two.messages as [Received]
  expect(new Webhook(two.secret).verify(toTwo.body, toTwo.headers as Record<string, string>)).toEqual(
    JSON.parse(toTwo.body),
  )
  expect(() => new Webhook(two.secret).verify(`${toTwo.body} `, toTwo.headers as Record<string, string>)).toThrow()
})

test('no id, folio or moment of the registry is in what a partner is sent', async () => {
  const one = await registry.listening(aPartner('words'))
  await registry.raise('Veracruz')
  const known = await registry.database.query<{ word: string }>(
    'select id::text as word from children.child union select folio from children.child union select id::text from oversight.alert',
  )
  const sent = JSON.stringify(one.messages)

  expect(one.messages.length).toBe(1)
  expect(known.filter(({ word }) => sent.includes(word))).toEqual([])
  expect(JSON.parse(one.messages[0]?.body ?? '').timestamp).toMatch(/:00:00\.000Z$/)
})

test('nothing is sent before an endpoint has given the challenge back, and to another address not before it has again', async () => {
  const one = await registry.listening(aPartner('proof'))
  const ask = (act: string) =>
    registry.asked<Record<string, { endpoint: { status: string } }>>(
      one.owner,
      `mutation { ${act} { endpoint { status } } }`,
    )
  const statusNow = async () =>
    (await registry.asked<Endpoints>(one.owner, '{ webhookEndpoints { edges { node { status } } } }')).webhookEndpoints
      .edges

  expect(await statusNow()).toEqual([{ node: { status: 'ACTIVE' } }])
  const mute = createServer((_request, response) => response.end('no'))
  await new Promise<void>((done) => mute.listen(0, '127.0.0.1', done))
  const { port } = mute.address() as { port: number }
  const changed = await ask(`updateWebhookEndpoint(id: "${one.id}", input: { url: "http://127.0.0.1:${port}/" })`)
  await ask(`enableWebhookEndpoint(id: "${one.id}")`)
  for (const minutes of [0, 1, 10]) await registry.deliver(minutes)
  await registry.raise()
  mute.close()

  expect(changed['updateWebhookEndpoint']?.endpoint.status).toBe('NEW')
  expect(await statusNow()).toEqual([{ node: { status: 'NEW' } }])
  expect(one.messages).toEqual([])
})

test('while a secret is turned both sign for 24 hours, and then the new one alone', async () => {
  const one = await registry.listening(aPartner('turning'))
  const { rotateWebhookSecret: turned } = await registry.asked<{ rotateWebhookSecret: { secret: string } }>(
    one.owner,
    `mutation { rotateWebhookSecret(id: "${one.id}") { secret } }`,
  )
  await registry.raise()
  await registry.asked(one.owner, `mutation { sendTestEvent(id: "${one.id}") { endpoint { id } } }`)
  await registry.deliver(25 * 60)
  const [during, after] = one.messages as [Received, Received]

  expect([one.secret, turned.secret].map((key) => isSignedBy(key, during))).toEqual([true, true])
  expect(after.type).toBe('webhook.test')
  expect([one.secret, turned.secret].map((key) => isSignedBy(key, after))).toEqual([false, true])
})

test('what signs is in no table as it is', async () => {
  const one = await registry.listening(aPartner('sealed'), {}, 'V1')
  const kept = JSON.stringify(await registry.database.query('select * from oversight.webhook_secret'))

  expect(kept).not.toContain(one.secret.replace('whsec_', ''))
  expect(kept).not.toContain(Buffer.from(one.secret.replace('whsec_', ''), 'base64').toString('hex'))
})

test('as an event of CloudEvents the same is said, signed the same way', async () => {
  const one = await registry.listening(aPartner('cloud'), { envelope: 'CLOUD_EVENTS' })
  await registry.raise()
  const [message] = one.messages as [Received]

  expect(message.headers['content-type']).toMatch(/^application\/cloudevents\+json/)
  expect(JSON.parse(message.body)).toMatchObject({
    specversion: '1.0',
    id: message.headers['webhook-id'],
    type: 'mx.vigia.alert.opened',
    data: { number: 'A01' },
  })
  expect(isSignedBy(one.secret, message)).toBe(true)
})

test('whose agreement has ended in between is not told, and the log says so', async () => {
  const one = await registry.listening(aPartner('ending'))
  one.answer(() => ({ status: 500 }))
  await registry.raise('Chiapas')
  const isTold = one.messages.length
  await registry.asked(aPartner('ending', ['30']), '{ webhookEndpoints { edges { node { id } } } }')
  one.answer(() => ({ status: 204 }))
  await registry.deliver(10)
  await registry.raise('Chiapas')
  await registry.raise('Veracruz')
  const { webhookDeliveries } = await registry.asked<{
    webhookDeliveries: { edges: { node: { state: string; reason: string | null; kind: string } }[] }
  }>(
    aPartner('ending', ['30']),
    `{ webhookDeliveries(endpoint: "${one.id}") { edges { node { kind state reason } } } }`,
  )

  expect(isTold).toBe(1)
  expect(one.messages.slice(1).map(({ data }) => data['state'])).toEqual(['30'])
  expect(webhookDeliveries.edges.map(({ node }) => node)).toEqual([
    { kind: 'ALERT', state: 'DELIVERED', reason: null },
    { kind: 'ALERT', state: 'WITHHELD', reason: 'NOT_ENTITLED' },
    { kind: 'CHALLENGE', state: 'DELIVERED', reason: null },
  ])
})

test('of kinds beyond its agreement a partner is told nothing, nor that there was any; when it is over what waits is withheld', async () => {
  const kind = 'HELD_IN_PROHIBITED_PLACE'
  const both = [kind, 'NO_INTERPRETER'] as const
  const agreeing = (until: number, kinds: readonly (typeof both)[number][] = [kind]) => ({
    ...aPartner('agreed'),
    agreement: { ...AN_AGREEMENT, kinds, until },
  })
  const one = await registry.listening(agreeing(AN_AGREEMENT.until, both), { kinds: both })
  await registry.asked(agreeing(AN_AGREEMENT.until), '{ webhookEndpoints { edges { node { id } } } }')
  for (const raised of both) await registry.raiseAs(raised, 'CRITICAL')
  await registry.deliver()
  one.answer(() => ({ status: 500 }))
  await registry.asked(agreeing(Date.now() + 3_600_000), '{ webhookEndpoints { edges { node { id } } } }')
  await registry.raiseAs(kind, 'CRITICAL')
  for (const minutes of [0, 61]) await registry.deliver(minutes)
  const log = `select state, reason from oversight.webhook_delivery where endpoint_id = $1 and kind = 'ALERT' order by place`

  expect(await registry.database.query(log, [one.id])).toEqual([
    { state: 'DELIVERED', reason: null },
    { state: 'WITHHELD', reason: 'AGREEMENT_ENDED' },
  ])
})

test('who is turned out is told nothing more, and what an owner holds no other sees', async () => {
  const one = await registry.listening(aPartner('turned-out'))
  await registry.database.query(
    "insert into sessions.subject (sub, kind, name, revoked_at) values ('client:turned-out', 'machine', 'x', now() + interval '1 second')",
  )
  await registry.raise()
  const other = aPartner('somebody-else')
  const seen = await registry.asked<Endpoints & { webhookDeliveries: { edges: unknown[] } }>(
    other,
    `{ webhookEndpoints { edges { node { id } } } webhookDeliveries(endpoint: "${one.id}") { edges { node { messageId } } } }`,
  )

  expect(one.messages).toEqual([])
  expect(seen).toEqual({ webhookEndpoints: { edges: [] }, webhookDeliveries: { edges: [] } })
  const others = 'rotateWebhookSecret enableWebhookEndpoint disableWebhookEndpoint deleteWebhookEndpoint sendTestEvent'
  const acts = others.split(' ').map((name) => `${name}(id: "${one.id}")`)
  for (const act of [`updateWebhookEndpoint(id: "${one.id}", input: {})`, ...acts])
    await expect(registry.asked(other, `mutation { ${act} { endpoint { id } } }`)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  await expect(
    registry.asked(anActor('dif-officer'), '{ webhookEndpoints { edges { node { id } } } }'),
  ).rejects.toMatchObject({
    status: 403,
  })
})

test.each([
  ...[
    'http://receptor.example.org/',
    'https://10.1/',
    'https://[::ffff:a00:1]/',
    'https://0xa9fea9fe/',
    'https://db.internal/',
  ],
  ...['https://u:p@receptor.example.org/', 'https://receptor.example.org:5432/', 'https://vіgia.mx/'],
])('row 46: %s is refused with 400', async (url) => {
  const input = { url, description: 'nowhere' }
  const query = 'mutation ($input: WebhookEndpointInput!) { createWebhookEndpoint(input: $input) { secret } }'

  await expect(registry.asked(ONE, query, { input })).rejects.toMatchObject({ status: 400, code: 'URL_NOT_ALLOWED' })
})

test('an owner reads his endpoints page by page, and no cursor is good for another', async () => {
  const owner = aPartner('of-many')
  for (const _ of [1, 2, 3]) await registry.listening(owner)
  const page = async (after: string | null, who = owner) =>
    (await registry.asked<Endpoints>(who, PAGE, { after })).webhookEndpoints
  const first = await page(null)
  const second = await page(first.pageInfo.endCursor)

  expect([first, second].map((one) => [one.edges.length, one.pageInfo.hasNextPage].join())).toEqual([
    '2,true',
    '1,false',
  ])
  expect(new Set([...first.edges, ...second.edges].map(({ node }) => node.id)).size).toBe(3)
  await expect(page(first.pageInfo.endCursor, aPartner('other'))).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
})
