/** An endpoint that is told no more is no silence: its contact is written to, the log of the service says so, and no next try is promised. */

import { log } from '@vigia/kit/log'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aPartner, type Listening, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
const warn = vi.spyOn(log, 'warn')
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

const sayingOf = (one: Listening) =>
  warn.mock.calls.map((call) => JSON.stringify(call)).filter((line) => line.includes(one.id))

async function lettersTo(address: string) {
  const query = 'select subject, body from oversight.mail where address = $1 order by created_at'
  return registry.database.query<{ subject: string; body: string }>(query, [address])
}

async function logOf({ owner, id }: Listening) {
  const query = `{ webhookDeliveries(endpoint: "${id}") { edges { node { kind state reason nextAt attempts { nextAt } } } } }`
  interface Logged {
    kind: string
    state: string
    reason: string | null
    nextAt: string | null
    attempts: { nextAt: string | null }[]
  }
  const { webhookDeliveries } = await registry.asked<{ webhookDeliveries: { edges: { node: Logged }[] } }>(owner, query)
  return webhookDeliveries.edges.map(({ node }) => node).filter(({ kind }) => kind === 'ALERT')
}

test('given a receiver that answers 410, its contact is written to once, and the log tells no next try until it is enabled', async () => {
  const one = await registry.listening(aPartner('gone'), { contact: 'gone@example.org' })
  one.answer(() => ({ status: 410 }))

  await registry.raise('Chiapas', 3)
  await registry.deliver()

  const [letter, ...more] = await lettersTo('gone@example.org')
  expect(letter?.subject).toBe('Vigía: sistema detenido, a receiver of a test')
  expect(letter?.body).toContain('enableWebhookEndpoint')
  expect(more).toEqual([])
  expect(sayingOf(one)).toEqual([expect.stringContaining('is stopped')])
  expect(new Set((await logOf(one)).map(({ state, nextAt }) => `${state} ${nextAt}`))).toEqual(
    new Set(['WAITING null']),
  )
  expect((await logOf(one)).flatMap(({ attempts }) => attempts)).toEqual([{ nextAt: null }])

  one.answer(() => ({ status: 204 }))
  await registry.asked(one.owner, `mutation { enableWebhookEndpoint(id: "${one.id}") { endpoint { id } } }`)
  await registry.deliver(1)
  expect((await logOf(one)).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED'])
})

test('given a receiver that fails five times in a row, whoever runs the registry reads it once, and that it is over', async () => {
  const one = await registry.listening(aPartner('away'))
  one.answer(() => ({ status: 500 }))
  await registry.raise()
  for (const minutes of [0, 0.2, 7, 45, 190, 560]) await registry.deliver(minutes)
  expect(sayingOf(one)).toEqual([expect.stringContaining('takes no messages')])

  one.answer(() => ({ status: 204 }))
  await registry.deliver(1_300)

  expect(sayingOf(one).slice(1)).toEqual([expect.stringContaining('takes messages again')])
})

test('given three messages on their way at once to a receiver that fails the fifth time, it is read once, and stays spared', async () => {
  const one = await registry.listening(aPartner('away at once'))
  const spare = (until: string) =>
    registry.database.query(
      `update oversight.webhook_endpoint set failures = 4, not_before = ${until} where id = $1 returning 1`,
      [one.id],
    )
  await spare("'infinity'")
  await registry.raise('Chiapas', 3)
  await spare("'-infinity'")
  let came = 0
  const all = Promise.withResolvers<{ status: number }>()
  one.answer(() => {
    came += 1
    if (came === 3) all.resolve({ status: 500 })
    return all.promise
  })

  await Promise.all([registry.deliver(), registry.deliver(), registry.deliver()])

  expect(came).toBe(3)
  expect(sayingOf(one)).toEqual([expect.stringContaining('takes no messages')])
  const spared = 'select failures from oversight.webhook_endpoint where id = $1 and not_before > now()'
  expect(await registry.database.query(spared, [one.id])).toEqual([{ failures: 5 }])
})

test('given an owner who has not asked for 90 days, his contact is written to once a day, until he asks', async () => {
  const one = await registry.listening(aPartner('lapsed'), { contact: 'lapsed@example.org' })
  await registry.database.query(
    "update oversight.webhook_owner set seen_at = now() - interval '91 days' where subject = 'client:lapsed'",
  )

  await registry.raise('Chiapas', 2)
  await registry.deliver()

  expect((await lettersTo('lapsed@example.org')).map(({ subject }) => subject)).toEqual([
    'Vigía: sistema sin avisos, a receiver of a test',
  ])
  expect((await logOf(one)).map(({ reason }) => reason)).toEqual(['NOT_SEEN_FOR_90_DAYS', 'NOT_SEEN_FOR_90_DAYS'])
})

test('given an owner who was turned out, nobody is written to', async () => {
  await registry.listening(aPartner('out'), { contact: 'out@example.org' })
  await registry.database.query(
    "insert into sessions.subject (sub, kind, name, revoked_at) values ('client:out', 'machine', 'x', now() + interval '1 second')",
  )

  await registry.raise()
  await registry.deliver()

  expect(await lettersTo('out@example.org')).toEqual([])
})
