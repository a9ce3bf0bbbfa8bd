/** Receivers that fail, a process that falls, an owner who asks again: nothing is lost, the order of a child is kept, and it is written down. */
import { open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claim } from '../../services/oversight/src/store/delivery-store.ts'
import { anActor } from '../support/asking.ts'
import { eventually } from '../support/eventually.ts'
import type { Received } from '../support/receiver.ts'
import { aPartner, type Listening, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

const idsOf = (messages: readonly Received[]) => messages.map(({ headers }) => String(headers['webhook-id']))
const MINUTES_OF_TRIES = [0, 0.2, 7, 45, 190, 560, 1_300, 2_350, 3_850, 5_650]

interface Logged {
  messageId: string
  state: string
  attempts: { status: number | null; fault: string | null; nextAt: string | null }[]
}
async function logOf({ owner, id }: Listening, state = ''): Promise<Logged[]> {
  const { webhookDeliveries } = await registry.asked<{
    webhookDeliveries: { edges: { node: Logged & { kind: string } }[] }
  }>(
    owner,
    `{ webhookDeliveries(endpoint: "${id}"${state}) { edges { node { kind messageId state attempts { status fault nextAt } } } } }`,
  )
  return webhookDeliveries.edges.map(({ node }) => node).filter(({ kind }) => kind === 'ALERT')
}
async function standingOf({ owner, id }: Listening) {
  type Standing = Record<'id' | 'status', string> & Record<'failuresInARow' | 'waiting' | 'deadLetters', number>
  const all = '{ webhookEndpoints { edges { node { id status failuresInARow waiting deadLetters } } } }'
  const found = await registry.asked<{ webhookEndpoints: { edges: { node: Standing }[] } }>(owner, all)
  return found.webhookEndpoints.edges.find(({ node }) => node.id === id)?.node
}
/** A second thing happens to the alert that was raised last. */
const escalate = () =>
  registry.database.query(
    `insert into oversight.alert_history (alert_id, at, step, severity, reached_at)
     select id, now(), 'ESCALATED', severity, now() from oversight.alert where kind = 'HELD_IN_PROHIBITED_PLACE' order by opened_at desc, id desc limit 1`,
  )

/** Of the time around now. */
const aRange = () =>
  `from: "${new Date(Date.now() - 3_600_000).toISOString()}", to: "${new Date(Date.now() + 3_600_000).toISOString()}"`

test('what is not taken is tried ten times under one id, and then told to its owner as a dead letter; what comes after waits for it', async () => {
  const one = await registry.listening(aPartner('failing'), { contact: 'soporte@example.org' })
  one.answer(() => ({ status: 500 }))
  await registry.raise()
  await escalate()
  for (const minutes of MINUTES_OF_TRIES.slice(1)) await registry.deliver(minutes)
  const [second, first] = (await logOf(one)) as [Logged, Logged]
  const whileDead = await standingOf(one)

  expect([first.state, second.state]).toEqual(['DEAD', expect.stringMatching('WAITING')])
  expect(first.attempts.map(({ status, fault }) => [status, fault])).toEqual(Array(10).fill([500, 'ANSWER']))
  expect(first.attempts.at(-1)?.nextAt).toBe(null)
  expect(new Set(idsOf(one.messages.slice(0, 10)))).toEqual(new Set([first.messageId]))
  expect(whileDead).toMatchObject({ status: 'ACTIVE', waiting: 1, deadLetters: 1 })
  expect(
    await registry.database.query("select address, body from oversight.mail where address = 'soporte@example.org'"),
  ).toEqual([{ address: 'soporte@example.org', body: expect.stringContaining(first.messageId) }])

  one.answer(() => ({ status: 204 }))
  await registry.deliver(9_000)
  expect(one.messages.at(-1)?.type).toBe('alert.escalated')
  expect(await standingOf(one)).toMatchObject({ failuresInARow: 0, waiting: 0 })

  const again = await registry.asked(
    one.owner,
    `mutation { redeliverWebhooks(id: "${one.id}", ${aRange()}) { count } }`,
  )
  await registry.deliver(9_001)
  expect(again).toEqual({ redeliverWebhooks: { count: 2 } })
  expect(idsOf(one.messages.slice(-2))).toEqual([first.messageId, second.messageId])
  expect(await standingOf(one)).toMatchObject({ deadLetters: 0 })
})

test.each([
  ['proves it again', (id: string) => `enableWebhookEndpoint(id: "${id}") { endpoint { id } }`],
  ['asks for the time again', (id: string) => `redeliverWebhooks(id: "${id}", ${aRange()}) { count }`],
])('who has mended his receiver and %s is sent at once what waited for its next try, once', async (how, mutation) => {
  const one = await registry.listening(aPartner(`mended, ${how}`))
  one.answer(() => ({ status: 500 }))
  await registry.raise()
  await registry.deliver()
  await registry.deliver(0.2)
  one.answer(() => ({ status: 204 }))
  await registry.deliver(0.3)
  const before = one.messages.length
  one.answer(({ data }) => ({ status: 200, body: JSON.stringify({ challenge: data['challenge'] }) }))
  await registry.asked(one.owner, `mutation { ${mutation(one.id)} }`)
  for (const minutes of [0.4, 0.5, 0.6]) await registry.deliver(minutes)

  const [waiting = '', ...later] = idsOf(one.messages.slice(before - 1))
  expect(later.filter((id) => id === waiting)).toEqual([waiting])
  expect(await standingOf(one)).toMatchObject({ failuresInARow: 0, waiting: 0 })
})

test('after five failures one message a minute is tried, whatever waits; once one is taken all come', async () => {
  const one = await registry.listening(aPartner('circuit'))
  one.answer(() => ({ status: 503 }))
  await registry.raise('Chiapas', 8)
  await registry.deliver()
  const before = one.messages.length
  for (const seconds of [10, 20, 30, 40, 50]) await registry.deliver(seconds / 60)
  const within = one.messages.length - before
  await registry.deliver(1.2)
  await registry.deliver(1.3)
  const probes = one.messages.length - before - within
  one.answer(() => ({ status: 200 }))
  await registry.deliver(3)
  await registry.deliver(20)

  expect(before).toBe(5)
  expect([within, probes]).toEqual([0, 1])
  expect(await standingOf(one)).toMatchObject({ failuresInARow: 0, waiting: 0 })
  expect(new Set(idsOf(one.messages)).size).toBe(8)
})

test('row 47: 410 stops an endpoint, 429 gives it the time it asks for, an hour at most', async () => {
  const [gone, busy] = [await registry.listening(aPartner('gone')), await registry.listening(aPartner('busy'))]
  gone.answer(() => ({ status: 410 }))
  busy.answer(() => ({ status: 429, headers: { 'retry-after': '9999' } }))
  await registry.raise()
  for (const minutes of [1, 30, 58]) await registry.deliver(minutes)
  const tried = [gone.messages.length, busy.messages.length]
  busy.answer(() => ({ status: 204 }))
  await registry.deliver(62)

  expect(tried).toEqual([1, 1])
  expect(busy.messages.length).toBe(2)
  expect((await standingOf(gone))?.status).toBe('GONE')
  expect(await standingOf(busy)).toMatchObject({ status: 'ACTIVE', waiting: 0 })
})

test('a receiver that says 200 and breaks off has taken nothing: it is told again, and its failures are counted', async () => {
  const broken = await registry.listening(aPartner('breaks-off'))
  broken.answer(() => ({ status: 200, headers: { 'content-length': '10' } }))
  await registry.raise()
  await registry.deliver()

  expect(await logOf(broken)).toMatchObject([{ state: 'WAITING', attempts: [{ status: 200, fault: 'ANSWER' }] }])
  expect((await standingOf(broken))?.failuresInARow).toBe(1)

  broken.answer(() => ({ status: 204 }))
  await registry.deliver(1)
  expect([await logOf(broken), new Set(idsOf(broken.messages)).size]).toMatchObject([[{ state: 'DELIVERED' }], 1])
})

test('a process that falls with a message in hand has it sent again under the same id, and nothing of the child before it', async () => {
  const one = await registry.listening(aPartner('falling'))
  one.answer(() => ({ status: 500 }))
  await registry.raise()
  await escalate()
  one.answer(() => ({ status: 204 }))
  const db = open(urlOfRole(registry.database.url, 'vigia_oversight'))
  const [{ lane } = { lane: '' }] = await registry.database.query<{ lane: string }>(
    "select lane from oversight.webhook_delivery where endpoint_id = $1 and state = 'WAITING' limit 1",
    [one.id],
  )
  const at = (seconds: number) => new Date(Date.now() + seconds * 1_000)
  const held = await claim(db.pool, { endpoint: one.id, lane }, at(60))
  const nobodyElse = await claim(db.pool, { endpoint: one.id, lane }, at(61))
  await db.close()
  const before = one.messages.length
  await registry.deliver(1.1)
  const meanwhile = one.messages.length - before
  await registry.deliver(2)

  expect([held?.attempts, nobodyElse, meanwhile]).toEqual([1, null, 0])
  expect(one.messages.slice(before - 1).map(({ type }) => type)).toEqual([
    'alert.opened',
    'alert.opened',
    'alert.escalated',
  ])
  expect(new Set(idsOf(one.messages)).size).toBe(2)
})

test('what ombudspersons have silenced is not told to their system, and is to a partner; what is critical is told to both', async () => {
  const system = anActor('ombudsperson-federal', { sub: 'client:sistema-cndh', kind: 'machine' })
  const kinds = ['HELD_WITHOUT_LEGAL_BASIS']
  const [one, cndh] = [
    await registry.listening(aPartner('heard'), { kinds }),
    await registry.listening(system, { kinds }),
  ]
  const until = new Date(Date.now() + 86_400_000).toISOString()
  await registry.asked(
    anActor('ombudsperson-federal'),
    `mutation { silenceAlerts(input: { kind: [HELD_WITHOUT_LEGAL_BASIS], state: "07", reason: "Se revisa con el Instituto esta semana", until: "${until}" }) { silence { id } } }`,
  )
  for (const severity of ['RED', 'CRITICAL']) await registry.raiseAs('HELD_WITHOUT_LEGAL_BASIS', severity)
  await registry.deliver()
  const { webhookDeliveries } = await registry.asked<{ webhookDeliveries: { edges: { node: object }[] } }>(
    system,
    `{ webhookDeliveries(endpoint: "${cndh.id}") { edges { node { kind state reason } } } }`,
  )

  expect(one.messages.map(({ data }) => data['severity']).toSorted()).toEqual(['CRITICAL', 'RED'])
  expect(cndh.messages.map(({ data }) => data['severity'])).toEqual(['CRITICAL'])
  expect(webhookDeliveries.edges.map(({ node }) => node)).toContainEqual({
    ...{ kind: 'ALERT', state: 'WITHHELD', reason: 'SILENCED' },
  })
})

test('offices are written to: how many, of what, where, and no name', async () => {
  const { outboxMessages } = await registry.asked<{
    outboxMessages: { edges: { node: { recipient: string; subject: string; body: string } }[] }
  }>(
    anActor('federal-secretary'),
    '{ outboxMessages(first: 100) { edges { node { recipient subject body sentAt } } } }',
  )
  const letters = outboxMessages.edges.map(({ node }) => node)
  const folios = await registry.database.query<{ folio: string }>('select folio from children.child')

  expect(letters).toContainEqual(
    expect.objectContaining({
      recipient: 'state-secretary:07',
      subject: expect.stringMatching(/^Vigía: \d+ alertas? críticas?, Chiapas$/),
      sentAt: null,
    }),
  )
  expect(letters.find(({ recipient }) => recipient === 'state-secretary:07')?.body).toContain('/estado/07')
  expect(letters.filter(({ recipient }) => recipient.startsWith('inm-officer'))).toEqual([])
  expect(folios.filter(({ folio }) => JSON.stringify(letters).includes(folio))).toEqual([])
  await expect(
    registry.asked(anActor('state-secretary'), '{ outboxMessages { edges { node { id } } } }'),
  ).rejects.toMatchObject({ status: 403 })
})

test('while the service runs by itself a message comes without anybody going round', async () => {
  const one = await registry.listening(aPartner('running'))
  const stop = await registry.graph.services.get('oversight')?.start()
  try {
    await escalate()
    await eventually(
      async () => one.messages.length,
      (n) => n > 0,
      10_000,
    )
    expect(one.messages[0]?.type).toBe('alert.escalated')
  } finally {
    await stop?.()
  }
})
