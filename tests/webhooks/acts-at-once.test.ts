/** What an owner does while a message to his endpoint is under way, or twice at once: nothing that he did is undone by it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { openPool } from '@vigia/db/open'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

type Owner = ReturnType<typeof aPartner>
interface Standing {
  id: string
  status: string
  url: string
  description: string
  contact: string | null
}

async function endpointsOf(owner: Owner, fields = 'id status url description contact'): Promise<Standing[]> {
  const all = `{ webhookEndpoints { edges { node { ${fields} } } } }`
  const { webhookEndpoints } = await registry.asked<{ webhookEndpoints: { edges: { node: Standing }[] } }>(owner, all)
  return webhookEndpoints.edges.map(({ node }) => node)
}
const act = (owner: Owner, what: string) => registry.asked(owner, `mutation { ${what} { endpoint { status } } }`)
const changed = (owner: Owner, id: string, input: string) =>
  act(owner, `updateWebhookEndpoint(id: "${id}", input: { ${input} })`)

const ELSEWHERE = 'http://127.0.0.1:9/of-somebody-else'
const WHILE_IT_PROVES: Record<string, { does: (owner: Owner, id: string) => Promise<unknown>; stands: string[] }> = {
  'gives it another address': { does: (owner, id) => changed(owner, id, `url: "${ELSEWHERE}"`), stands: ['NEW'] },
  'gives it another address, and enables that': {
    does: async (owner, id) => {
      await changed(owner, id, `url: "${ELSEWHERE}"`)
      await act(owner, `enableWebhookEndpoint(id: "${id}")`)
    },
    stands: ['PROVING'],
  },
  'stops it': { does: (owner, id) => act(owner, `disableWebhookEndpoint(id: "${id}")`), stands: ['DISABLED'] },
  'deletes it': { does: (owner, id) => act(owner, `deleteWebhookEndpoint(id: "${id}")`), stands: [] },
  nothing: { does: async () => {}, stands: ['ACTIVE'] },
}

interface Told {
  type: string
  data: { challenge?: string }
}

/** An endpoint that is enabled, and whose receiver takes its time with each answer. */
async function answering(owner: Owner, answer: (told: Told, id: string) => Promise<{ status: number; body?: string }>) {
  let id = ''
  const receiver = createServer(async (request, response) => {
    const { status, body } = await answer(JSON.parse(await text(request)), id)
    response.writeHead(status).end(body)
  })
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  const { port } = receiver.address() as AddressInfo
  const input = `url: "http://127.0.0.1:${port}/", description: "takes its time"`
  const made = await registry.asked<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
    owner,
    `mutation { createWebhookEndpoint(input: { ${input} }) { endpoint { id } } }`,
  )
  id = made.createWebhookEndpoint.endpoint.id
  await act(owner, `enableWebhookEndpoint(id: "${id}")`)
  await registry.deliver()
  return { id, stop: () => receiver.close() }
}

test.each(Object.entries(WHILE_IT_PROVES))(
  'an endpoint that gives the challenge back after its owner %s is what its owner made of it',
  async (name, { does, stands }) => {
    const owner = aPartner(`proving, and ${name}`)
    const { stop } = await answering(owner, async ({ data }, id) => {
      await does(owner, id)
      return { status: 200, body: data.challenge ?? '' }
    })
    stop()

    expect((await endpointsOf(owner)).map(({ status }) => status)).toEqual(stands)
  },
)

test('an address that says it is gone says nothing of the one that was put in its place meanwhile', async () => {
  const owner = aPartner('gone')
  const { id, stop } = await answering(owner, async ({ type, data }, endpoint) => {
    if (type === 'webhook.challenge') return { status: 200, body: data.challenge ?? '' }
    await changed(owner, endpoint, `url: "${ELSEWHERE}"`)
    return { status: 410 }
  })
  await act(owner, `sendTestEvent(id: "${id}")`)
  await registry.deliver()
  stop()

  expect(await endpointsOf(owner)).toEqual([expect.objectContaining({ status: 'NEW', url: ELSEWHERE })])
})

/** Programs of one organization: those of one program wait for one another before they come to the endpoint. */
const colleagues = (owner: Owner, count: number) =>
  Array.from({ length: count }, (_, one) => ({ ...owner, sub: `${owner.sub} ${one}` }))

/** All have come to the endpoint before any of them goes on. */
async function together(acts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const held = openPool(registry.database.url, 1)
  await held.query('begin')
  await held.query('lock table oversight.webhook_endpoint in exclusive mode')
  const done = Promise.allSettled(acts.map((one) => one()))
  await eventually(
    () =>
      registry.database.query(
        "select from pg_locks where not granted and relation = 'oversight.webhook_endpoint'::regclass",
      ),
    ({ length }) => length === acts.length,
  )
  await held.query('commit')
  await held.end()
  await done
}

test('of two changes at once both are kept, and what is deleted stays so, whatever else is done at the same time', async () => {
  const owner = aPartner('twice at once')
  const { id, url } = await registry.listening(owner)
  const changes = ['description: "changed by one"', 'contact: "changed@example.org"', `url: "${url}/another"`]
  await together(colleagues(owner, 3).map((one, at) => () => changed(one, id, changes[at] ?? '')))
  const [both] = await endpointsOf(owner)
  const acts = ['delete', 'enable', 'disable', 'enable'].map((name) => `${name}WebhookEndpoint(id: "${id}")`)
  await together(colleagues(owner, 4).map((one, at) => () => act(one, acts[at] ?? '')))

  expect(both).toEqual({
    ...{ id, url: `${url}/another`, status: 'NEW' },
    ...{ description: 'changed by one', contact: 'changed@example.org' },
  })
  expect(await endpointsOf(owner)).toEqual([])
})

test('a challenge that was given up, or asked for again, is no message that could not be delivered', async () => {
  const owner = aPartner('proving again')
  const { id } = await registry.listening(owner)
  await changed(owner, id, `url: "${ELSEWHERE}"`)
  await act(owner, `enableWebhookEndpoint(id: "${id}")`)
  await act(owner, `enableWebhookEndpoint(id: "${id}")`)
  for (const minutes of [0, 1, 10]) await registry.deliver(minutes)
  const [endpoint] = await endpointsOf(owner, 'id status url deadLetters')

  expect(endpoint).toEqual({ id, url: ELSEWHERE, status: 'NEW', deadLetters: 0 })
})
