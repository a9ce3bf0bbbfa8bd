/** The stream of `boardChanged` as server-sent events: what a screen hears, and that nobody stays who has left. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { MOST_WAITING } from '@vigia/law/terms-of-partners'
import { createClient } from 'graphql-sse'
import { afterEach, expect, test } from 'vitest'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { startWorld, type World } from '../testing/two-services.ts'
import { cursorsFor } from './stream-cursors.ts'

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

test('given a gateway that stops, a stream ends, and does not break off', async () => {
  world = await startWorld()
  const answer = await fetch(`${world.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { boardChanged { version } }' }),
  })
  const reader = answer.body?.getReader()
  await reader?.read()

  const stopped = world.stop()
  world = undefined

  const rest = async () => {
    for (;;) if ((await reader?.read())?.done) return 'the end'
  }
  await expect(rest()).resolves.toBe('the end')
  await stopped
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

test.each(['text/event-stream', 'text/event-stream, multipart/mixed', '*/*'])(
  'given one who takes %s, he is told',
  async (accept) => {
    world = await startWorld()

    const answer = await fetch(`${world.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query: 'subscription { boardChanged { version } }' }),
    })

    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
    expect(await until(answer, '"version":"1"')).toContain('event: next')
  },
)

test('given one who asks by the address alone, as EventSource does, he is told', async () => {
  world = await startWorld()
  const query = encodeURIComponent('subscription { boardChanged { version } }')

  const answer = await fetch(`${world.url}/graphql/stream?query=${query}`, { headers: { accept: 'text/event-stream' } })

  expect(answer.status).toBe(200)
  expect(await until(answer, '"version":"1"')).toContain('event: next')
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

const CURSORS = cursorsFor(Buffer.alloc(32), 'alerts', PSEUDONYMOUS_FEDERAL_SECRETARY.sub, () => 0)

function follow(lastEventId: string, query = 'subscription { alertRaised { seq } }') {
  return fetch(`${world?.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'last-event-id': lastEventId },
    body: JSON.stringify({ query }),
  })
}

/** What has come over the wire when this is in it. */
async function until(answer: Response, part: string): Promise<string> {
  let text = ''
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString()
    if (text.includes(part)) break
  }
  return text
}

test('given somebody who stops reading, his events end and nothing is written after: the gateway goes on', async () => {
  const feed = handFeed()
  // The first alone is more than lies between two machines.
  const alertOf = (id: string) => ({ id, kind: 'x'.repeat(id === 'alert-11' ? 20_000_000 : 1) })
  world = await startWorld({ feed, heartbeatInMs: 20, alertOf })
  const deaf = connect(Number(new URL(world.url).port))
  const body = JSON.stringify({ query: 'subscription { alertRaised { kind } }' })
  deaf.write(
    `POST /graphql/stream HTTP/1.1\r\nhost: a\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  )
  await once(deaf, 'data')
  deaf.pause()
  const last = 10 + 1 + MOST_WAITING + 1
  while (feed.happens() < last);
  await expect.poll(() => world?.asked.alerts, { timeout: 20_000 }).toBe(last - 10)

  // Heartbeats are due for both.
  const beats = `: ${last}\nid: ${CURSORS.at(last)}\n\n`.repeat(3)
  expect(await until(await follow(CURSORS.at(last - 1)), beats)).toContain(`"seq":${last}`)
  deaf.destroy()
})

test.each([
  ['49', 'from the future', CURSORS.at(12), 400, { code: 'CURSOR_INVALID' }],
  ['49', 'expired', CURSORS.at(4), 410, { code: 'CURSOR_EXPIRED', missed: 6 }],
  ['49', 'garbage', 'garbage', 400, { code: 'CURSOR_INVALID' }],
  [
    '49',
    'of somebody else',
    cursorsFor(Buffer.alloc(32), 'alerts', 'another', () => 0).at(9),
    400,
    { code: 'CURSOR_INVALID' },
  ],
])('row %s: Last-Event-ID %s', async (_row, _what, id, status, extensions) => {
  const feed = handFeed()
  feed.forgetUpTo(5)
  world = await startWorld({ feed })

  const answer = await follow(id)

  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({
    errors: [{ extensions, message: expect.stringContaining('ask for alerts by a query, and follow') }],
  })
})

test('given a program that comes back by itself with the same question, its Last-Event-ID is meant and not the cursor it began with', async () => {
  world = await startWorld({ feed: handFeed() })
  const begunAt = (cursor: string) => `subscription { alertRaised(after: "${cursor}") { seq } }`

  const text = await until(await follow(CURSORS.at(9), begunAt(CURSORS.at(6))), '"seq":10')

  expect(text).not.toMatch(/"seq":[789]\b/)
})

test('given a Last-Event-ID, what came after it is told with the ids of its places; else a bare id tells how far the stream is', async () => {
  const feed = handFeed()
  world = await startWorld({ feed, heartbeatInMs: 60 })

  const text = await until(await follow(CURSORS.at(8)), `: 10\nid: ${CURSORS.at(10)}`)
  const quiet = await follow(CURSORS.at(10))
  feed.happens({ step: 'LOWERED' })
  const beats = await until(quiet, `id: ${CURSORS.at(11)}`)

  expect(text).toContain(`: 8\nid: ${CURSORS.at(8)}\n\n`)
  for (const seq of [9, 10])
    expect(text).toContain(
      `event: next\nid: ${CURSORS.at(seq)}\ndata: {"data":{"alertRaised":{"seq":${seq}}},"extensions":{"synthetic":true}}\n\n`,
    )
  expect(beats).toMatch(/^: 10\nid: [\w-]+\n\n(?:: 10\nid: [\w-]+\n\n)*: 11\n/)
})

test.each([
  ['nobody says which steps he wants', ''],
  ['somebody names none', ', filter: { steps: [], kind: [], severity: [] }'],
])(
  'given %s, he is told what the authority answers, and not what overseers note among themselves',
  async (_who, filter) => {
    const feed = handFeed()
    world = await startWorld({ feed })
    const after = CURSORS.at(feed.happens())
    for (const step of ['ACKNOWLEDGED', 'ASSIGNED', 'COMMENTED', 'ANSWERED', 'LOWERED', 'CLOSED'])
      feed.happens({ step })
    const client = createClient({ url: `${world.url}/graphql/stream`, retryAttempts: 0 })
    const query = `subscription { alertRaised(after: "${after}"${filter}) { step } }`
    const events = client.iterate<{ alertRaised: { step: string } }>({ query })

    const told = [await events.next(), await events.next()]

    expect(told.map(({ value }) => value?.data?.alertRaised.step)).toEqual(['ANSWERED', 'CLOSED'])
    await events.return?.(undefined)
  },
)
