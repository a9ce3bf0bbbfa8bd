/** What a socket may say, and what it is closed with (security.md 10, row 48; 9); and what it is told. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterEach, expect, test } from 'vitest'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { knockAt, openedSocket, openSocket } from '../testing/raw-socket.ts'
import { startWorld, type World, type WorldOptions } from '../testing/two-services.ts'

let world: World | undefined
afterEach(() => world?.stop())

const ALERTS = 'subscription { alertRaised { seq cursor kind child { folio } } }'
const subscribe = (query = ALERTS, id = '1', variables = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, variables },
})
const INIT = { type: 'connection_init' }
const raisedIn = ({ payload }: { payload?: unknown }) =>
  (payload as { data: { alertRaised: { seq: number; cursor: string } } }).data.alertRaised

async function worldWith(options: WorldOptions = {}) {
  const feed = handFeed()
  world = await startWorld({ feed, ...options })
  return { feed, url: world.url, asked: world.asked }
}

test.each([
  ['48', 'subscribes before init', [subscribe()], 4401],
  ['48', 'says init twice', [INIT, INIT], 4429],
  ['48', 'never says init', [], 4408],
  ['48', 'sends 70 KB', [INIT, `{"type":"ping","payload":{"a":"${'a'.repeat(70_000)}"}}`], 1009],
  ['48', 'sends garbage', ['{"type":'], 4400],
  ['48', 'sends a key twice', ['{"type":"connection_init","type":"ping"}'], 4400],
])('row %s: given a socket that %s, it is closed with its code', async (_row, _what, messages, code) => {
  const { url } = await worldWith()
  const socket = openSocket(url)
  for (const message of messages) socket.say(message)

  expect((await socket.closed).code).toBe(code)
})

test('given two subscriptions of one id, the socket is closed', async () => {
  const { url } = await worldWith()
  const socket = await openedSocket(url)
  for (const message of [subscribe(), subscribe()]) socket.say(message)

  expect((await socket.closed).code).toBe(4409)
})

test.each([
  ['the protocol of years ago', 'graphql-ws'],
  ['none', undefined],
])('row 48: given %s for a protocol, no word is exchanged', async (_what, protocol) => {
  const { url } = await worldWith()

  // A client whose protocol was not taken hangs up by itself.
  expect([1006, 4406]).toContain((await openSocket(url, { protocol }).closed).code)
})

test('given another address, there is no socket', async () => {
  const { url } = await worldWith()

  expect((await openSocket(`${url}/elsewhere`).closed).code).toBe(404)
})

test('given five sockets of one person, a sixth is not let in until one is closed', async () => {
  const { url } = await worldWith()
  const [first] = await Promise.all(Array.from({ length: 5 }, () => openedSocket(url)))
  const sixth = openSocket(url)
  sixth.say(INIT)

  expect(await sixth.closed).toEqual({ code: 4429, reason: 'TOO_MANY_SOCKETS' })
  first?.close()
  await expect.poll(() => knockAt(url)).toBe('let in')
})

test('row 48: given ten subscriptions of a socket, an eleventh closes it', async () => {
  const { url } = await worldWith()
  const socket = await openedSocket(url)
  for (let i = 0; i < 11; i += 1) socket.say(subscribe(ALERTS, String(i)))

  expect(await socket.closed).toEqual({ code: 4429, reason: 'TOO_MANY_SUBSCRIPTIONS' })
})

test.each([
  ['a query', '{ nation { code } }', 'BAD_REQUEST'],
  ['an unknown field', 'subscription { alarms }', 'GRAPHQL_VALIDATION_FAILED'],
  ['a condition on the whole', 'subscription { alertRaised @skip(if: false) { seq } }', 'BAD_USER_INPUT'],
  ['an unknown state', 'subscription { alertRaised(filter: { state: "99" }) { seq } }', 'BAD_USER_INPUT'],
  ['a blank for a state', 'subscription { alertRaised(filter: { state: "" }) { seq } }', 'BAD_USER_INPUT'],
  ['a cursor of nobody', 'subscription { alertRaised(after: "here") { seq } }', 'CURSOR_INVALID'],
  [
    'too many fields',
    `subscription { alertRaised { ${Array.from({ length: 16 }, (_, i) => `a${i}: seq`).join(' ')} } }`,
    'QUERY_TOO_COMPLEX',
  ],
])('given %s, the subscription ends with its code and the socket stays', async (_what, query, code) => {
  const { url } = await worldWith()
  const socket = await openedSocket(url)
  socket.say(subscribe(query))

  expect(await socket.hears('error')).toMatchObject({ id: '1', payload: [{ extensions: { code } }] })
  socket.say({ type: 'ping' })
  expect(await socket.hears('pong')).toEqual({ type: 'pong' })
  socket.close()
})

test('given a field that is closed to the asker, it is FORBIDDEN with its path', async () => {
  const { url } = await worldWith({ actor: () => ({ ...PSEUDONYMOUS_FEDERAL_SECRETARY, scopes: ['stats:read'] }) })
  const socket = await openedSocket(url)
  socket.say(subscribe('subscription { alertRaised { kind child { folio } } }'))

  expect(await socket.hears('error')).toMatchObject({
    payload: [{ path: ['alertRaised', 'child'], extensions: { code: 'FORBIDDEN' } }],
  })
  socket.close()
})

test('given a subscriber, he hears how far the stream is, then each step with its cursor, and goes on after any of them', async () => {
  const { url, feed } = await worldWith()
  const socket = await openedSocket(url)
  socket.say(subscribe())
  const begun = (await socket.hears('ping')) as { payload: { seq: number; cursor: string } }
  feed.happens()
  feed.happens({ step: 'LOWERED' })
  feed.happens({ step: 'RESOLVED' })
  const told = [await socket.hears('next'), await socket.hears('next')]
  socket.close()

  expect(begun.payload.seq).toBe(10)
  expect(told).toMatchObject([11, 13].map((seq) => ({ id: '1', payload: { data: { alertRaised: { seq } } } })))
  const again = await openedSocket(url)
  const [first] = told as { payload: { data: { alertRaised: { cursor: string } } } }[]
  const after = 'subscription ($after: String) { alertRaised(after: $after) { seq } }'
  again.say(subscribe(after, '2', { after: first?.payload.data.alertRaised.cursor }))
  again.say(subscribe(after, '3', { after: begun.payload.cursor }))
  const missed = [await again.hears('next'), await again.hears('next'), await again.hears('next')]
  again.close()
  const seqs = missed.map((told) => [told.id, raisedIn(told).seq])
  expect(seqs.sort()).toEqual([
    ['2', 13],
    ['3', 11],
    ['3', 13],
  ])
})

test('given subscribers with the same rights, each step is asked for once; given others, once for them', async () => {
  let scopes = PSEUDONYMOUS_FEDERAL_SECRETARY.scopes
  let persons = 0
  const actor = () => {
    persons += 1
    return { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub: `person ${persons}`, scopes }
  }
  const { url, feed, asked } = await worldWith({ actor })
  const alike = await Promise.all(Array.from({ length: 8 }, () => openedSocket(url)))
  scopes = scopes.filter((scope) => scope !== 'return:read')
  const other = await openedSocket(url)
  for (const socket of [...alike, other]) {
    socket.say(subscribe())
    await socket.hears('ping')
  }

  feed.happens()
  const told = await Promise.all([...alike, other].map((socket) => socket.hears('next')))

  expect(asked.alerts).toBe(2)
  expect(new Set(told.map((one) => raisedIn(one).cursor)).size).toBe(9)
  for (const socket of [...alike, other]) socket.close()
})

test('given a service that is away for a moment, a step is asked for again and told in its place', async () => {
  let isAway = true
  const { url, feed } = await worldWith({
    patience: { hopInMs: 50 },
    alertOf: (id) => (isAway && id === 'alert-11' ? new Promise(() => {}) : { id, kind: 'NOT_REPRESENTED' }),
  })
  const socket = await openedSocket(url)
  socket.say(subscribe())
  await socket.hears('ping')
  feed.happens()
  feed.happens()
  setTimeout(() => {
    isAway = false
  }, 200)

  const told = [await socket.hears('next'), await socket.hears('next')]

  expect(told).toMatchObject([11, 12].map((seq) => ({ payload: { data: { alertRaised: { seq } } } })))
  socket.close()
})

test('given boardChanged by a socket, each change is told', async () => {
  const { url } = await worldWith()
  const socket = await openedSocket(url)
  socket.say(subscribe('subscription { boardChanged { version } }'))
  const first = await socket.hears('next')
  world?.versions.change('2')

  expect(first).toMatchObject({
    payload: { data: { boardChanged: { version: '1' } }, extensions: { synthetic: true } },
  })
  expect(await socket.hears('next')).toMatchObject({ payload: { data: { boardChanged: { version: '2' } } } })
  socket.close()
  await expect.poll(() => world?.versions.listening()).toBe(0)
})

test('given a slow subscriber, he is let go of with SLOW_CONSUMER once 1,000 wait, and loses nothing by coming back', async () => {
  const page = 'x'.repeat(20_000)
  const { url, feed } = await worldWith({ alertOf: (id) => ({ id, kind: page }) })
  const query = 'subscription ($after: String) { alertRaised(after: $after) { seq cursor kind } }'
  const slow = await openedSocket(url)
  slow.say(subscribe(query))
  await slow.hears('ping')
  slow.ws.pause()
  const last = 10 + 2_500
  while (feed.happens() < last);
  const seen: { seq: number; cursor: string }[] = []
  const read = async (socket: Awaited<ReturnType<typeof openedSocket>>, isEnough: () => boolean) => {
    while (!isEnough()) {
      const told = await Promise.race([socket.hears('next'), socket.closed])
      if ('code' in told) return told
      seen.push((told.payload as { data: { alertRaised: (typeof seen)[number] } }).data.alertRaised)
    }
    return null
  }
  await expect.poll(() => world?.asked.alerts, { timeout: 20_000 }).toBeGreaterThan(2_000)
  slow.ws.resume()

  expect(await read(slow, () => false)).toEqual({ code: 4408, reason: 'SLOW_CONSUMER' })
  const again = await openedSocket(url)
  again.say(subscribe(query, '2', { after: seen.at(-1)?.cursor }))
  await read(again, () => seen.at(-1)?.seq === last)
  again.close()
  expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: last - 10 }, (_, i) => i + 11))
})

test('given a quiet stream, a heartbeat tells how far it is; of one who answers none, nothing is left', async () => {
  const { url, feed } = await worldWith({ heartbeatInMs: 60 })
  const socket = await openedSocket(url)
  socket.say(subscribe())
  await socket.hears('ping')
  feed.happens({ step: 'LOWERED' })
  const beat = async () => ((await socket.hears('ping')).payload as { seq: number }).seq

  await expect.poll(beat).toBe(11)
  socket.ws.pong = () => {}
  socket.ws.removeAllListeners('message')
  expect((await socket.closed).code).toBe(1006)
})
