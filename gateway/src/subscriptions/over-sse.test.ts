/** The stream of `boardChanged` as server-sent events: what a screen hears, and that nobody stays who has left. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { createClient } from 'graphql-sse'
import { afterEach, expect, test } from 'vitest'
import { startWorld, type World } from '../testing/two-services.ts'

let world: World | undefined
afterEach(() => world?.stop())

test('given a subscriber, he hears the version of now, then each change, in his own selection', async () => {
  world = await startWorld()
  const client = createClient({ url: `${world.url}/graphql/stream`, retryAttempts: 0 })
  const events = client.iterate({ query: 'subscription { now: boardChanged { version } }' })

  const first = await events.next()
  world.versions.change('2')
  const second = await events.next()

  expect(first.value).toEqual({ data: { now: { version: '1' } }, extensions: { synthetic: true } })
  expect(second.value).toMatchObject({ data: { now: { version: '2' } } })
  await events.return?.(undefined)
})

test.each([
  ['a query', '{ nation { code } }', 'text/event-stream', 400, 'BAD_REQUEST'],
  ['an unknown field', 'subscription { alarms }', 'text/event-stream', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['one who takes JSON only', 'subscription { boardChanged { version } }', 'application/json', 406, 'NOT_ACCEPTABLE'],
])('given %s, it is refused as JSON', async (_what, query, accept, status, code) => {
  world = await startWorld()

  const answer = await fetch(`${world.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
  })

  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code } }] })
})

test('given a client that drops its connection, the server forgets it', async () => {
  world = await startWorld()
  const control = new AbortController()
  const answer = await fetch(`${world.url}/graphql/stream`, {
    method: 'POST',
    signal: control.signal,
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { boardChanged { version } }' }),
  })
  await answer.body?.getReader().read()
  expect(world.versions.listening()).toBe(1)

  control.abort()

  await expect.poll(() => world?.versions.listening()).toBe(0)
})

test('given somebody with as many streams as one may have, he gets no further one, and others do', async () => {
  let asks = PSEUDONYMOUS_FEDERAL_SECRETARY
  world = await startWorld({ actor: () => asks })
  const control = new AbortController()
  const open = () =>
    fetch(`${world?.url}/graphql/stream`, {
      method: 'POST',
      signal: control.signal,
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { boardChanged { version } }' }),
    })
  const opened = await Promise.all(Array.from({ length: 50 }, open))
  expect(opened.every(({ status }) => status === 200)).toBe(true)

  const tooMuch = await open()
  const told = await tooMuch.json()
  asks = { ...asks, sub: 'another' }
  const another = await open()
  control.abort()

  expect(tooMuch.status).toBe(429)
  expect(told).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_STREAMS' } }] })
  expect(another.status).toBe(200)
})
