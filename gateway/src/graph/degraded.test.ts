/** A service that is down, slow or broken: the rest is answered, the error names it, and nothing internal leaves. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { envelopeOpener } from '@vigia/kit/envelope'
import { afterEach, expect, test } from 'vitest'
import type { Errand } from '../sources/forward.ts'
import { OverHttp } from '../sources/over-http.ts'
import { Reach } from '../sources/reach.ts'
import { startWorld, type World, type WorldOptions } from '../testing/two-services.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function worldWith(options: WorldOptions): Promise<World> {
  const world = await startWorld(options)
  stops.push(world.stop)
  return world
}

async function ask({ url }: World, query: string) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return { status: answer.status, text: await answer.text() }
}

const BOARD = '{ states { code detention { heldNow } } nation { code detention { heldNow } } }'
const away = () =>
  Promise.reject(Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' }))
const never = () => new Promise<number>(() => {})

test.each([
  ['whose database is away', away],
  ['that does not answer in time', never],
])('given a service %s, the rest is answered and an error names it at each place', async (_what, heldNow) => {
  const world = await worldWith({ placements: { heldNow } })

  const { status, text } = await ask(world, BOARD)

  expect(status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({
    data: {
      states: [
        { code: '07', detention: null },
        { code: '30', detention: null },
      ],
      nation: { code: '00' },
    },
  })
  const extensions = { code: 'SUBGRAPH_UNAVAILABLE', service: 'placements', retryAfter: expect.any(Number) }
  const { errors } = JSON.parse(text)
  expect(errors).toHaveLength(3)
  expect(errors).toEqual(
    expect.arrayContaining(
      [
        ['states', 0, 'detention'],
        ['states', 1, 'detention'],
        ['nation', 'detention'],
      ].map((path) => ({ message: 'placements is not available.', path, extensions })),
    ),
  )
  expect(text).not.toMatch(/10\.0\.0\.7|ECONN|missing/)
})

test('given a service that is down, what it is asked for under another name is missing under that name', async () => {
  const world = await worldWith({ placements: { heldNow: away } })

  const { text } = await ask(world, 'fragment F on State { held: detention { heldNow } } { one: nation { code ...F } }')

  expect(JSON.parse(text)).toMatchObject({
    data: { one: { code: '00', held: null } },
    errors: [{ path: ['one', 'held'], extensions: { service: 'placements' } }],
  })
})

test('given a service that failed again and again, it is left alone for a while, then tried by one request', async () => {
  let asked = 0
  let isDown = true
  const heldNow = () => {
    asked += 1
    return isDown ? away() : 7
  }
  const world = await worldWith({ placements: { heldNow }, patience: { failures: 2, restInMs: 2_000 } })
  const query = '{ nation { detention { heldNow } } }'
  await ask(world, query)
  await ask(world, query)
  const before = asked

  const resting = await ask(world, query)
  expect(resting.text).toContain('SUBGRAPH_UNAVAILABLE')
  expect(asked).toBe(before)

  isDown = false
  await expect.poll(async () => (await ask(world, query)).text).toContain('"heldNow":7')
})

test('given a defect in a service, the asker gets INTERNAL with a number, and the log gets where, without values', async () => {
  const world = await worldWith({})

  const { text } = await ask(world, '{ broken nation { code } }')

  expect(JSON.parse(text)).toMatchObject({
    data: { broken: null, nation: { code: '00' } },
    errors: [{ path: ['broken'], extensions: { code: 'INTERNAL', requestId: expect.any(String) } }],
  })
  expect(text).not.toMatch(/secret|srv/)
  const { requestId } = JSON.parse(text).errors[0].extensions
  const told = JSON.parse(world.log.find((line) => line.includes(requestId)) ?? 'null')
  expect(told).toMatchObject({ path: ['broken'], fault: { message: '… secret from …' } })
  expect(JSON.stringify(told)).not.toMatch(/select|srv/)
})

interface Heard {
  path: string
  body: string
  headers: Record<string, string | string[] | undefined>
}

/** A service in another process, answering as a test wants. */
async function remote(answer: (heard: Heard, count: number) => { status: number; text: string } | 'cut') {
  const heard: Heard[] = []
  const server: Server = createServer(async (request, response) => {
    const body = await textOf(request)
    const one = { path: request.url ?? '', body, headers: request.headers }
    heard.push(one)
    const told = answer(one, heard.length)
    if (told === 'cut') request.socket.destroy()
    else response.writeHead(told.status).end(told.text)
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const leave = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  await listen(0)
  stops.push(leave)
  const { port } = server.address() as AddressInfo
  const address = new URL(`http://127.0.0.1:${port}/graphql`)
  const logged: string[] = []
  const patience = { hopInMs: 500, failures: 5, restInMs: 60_000 }
  const reach = new Reach('placements', patience, (sentence) => logged.push(sentence))
  return { heard, logged, source: new OverHttp({ address, keys: KEYS }, reach), leave, comeBack: () => listen(port) }
}

const KEYS = new Map([['k1', Buffer.from('a key of at least thirty-two bytes')]])

const ASKER = { actor: PSEUDONYMOUS_FEDERAL_SECRETARY, requestId: 'r1', reason: 'a test' }

function fetchBy(source: OverHttp, query = '{ placements { id } }') {
  const context: Errand = { ...ASKER, deadline: Date.now() + 1_000 }
  const options = { kind: 'incoming operation', request: { query }, context, incomingRequestContext: {} }
  return source.process(options as never) // the parts of it that a source reads
}

test('given a remote service, each request bears a seal that it can open, with a number of its own', async () => {
  const { heard, source } = await remote(() => ({ status: 200, text: '{"data":{"placements":[]}}' }))

  for (const _time of ['first', 'second']) expect(await fetchBy(source)).toEqual({ data: { placements: [] } })

  const open = envelopeOpener(KEYS)
  const [{ path, body, headers } = { path: '', body: '', headers: {} }, second] = heard
  const request = { service: 'placements', method: 'POST', path, body }
  const opened = open(request, headers, Date.now())
  expect(opened?.asker).toEqual(ASKER)
  expect(opened?.number).toMatch(/^[0-9a-f-]{36}$/)
  expect(second?.headers['x-gw-nonce']).not.toBe(opened?.number)
  expect(open({ ...request, body: `${body} ` }, headers, Date.now())).toBeNull()
})

test('given a connection that is cut, a read is tried once more, a mutation is not', async () => {
  const { heard, source } = await remote((_, count) => (count % 2 === 1 ? 'cut' : { status: 200, text: '{"data":{}}' }))

  expect(await fetchBy(source)).toEqual({ data: {} })
  expect(heard).toHaveLength(2)

  await expect(fetchBy(source, 'mutation { move }')).rejects.toMatchObject({ extensions: { service: 'placements' } })
  expect(heard).toHaveLength(3)
})

test('given a remote service that nobody listens for, it is asked on, and answers from the moment on when it is back', async () => {
  // Given a service that has left, asked for more often at once than it may fail before it is left alone
  const gone = await remote(() => ({ status: 200, text: '{"data":{}}' }))
  await gone.leave()
  const asked = Array.from({ length: 8 }, () => fetchBy(gone.source))
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(asked.map(() => 'rejected'))

  // When somebody listens again
  await gone.comeBack()

  // Then whoever asks next is answered
  expect(await fetchBy(gone.source)).toEqual({ data: {} })
})

test.each([
  ['an error page', { status: 503, text: '<html>oops at /srv/app.js</html>' }],
  ['a refusal of our seal', { status: 401, text: '{"errors":[{"message":"Ask the gateway."}]}' }],
  ['JSON that is no GraphQL', { status: 200, text: '{"hello":1}' }],
  ['no JSON', { status: 200, text: 'hello' }],
])('given a remote service that answers with %s, it counts as unavailable', async (_what, told) => {
  const { source } = await remote(() => told)

  await expect(fetchBy(source)).rejects.toMatchObject({
    message: 'placements is not available.',
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'placements' },
  })
})

test('given a remote service that does not know our seal, the log says once which keys it needs', async () => {
  const { logged, source } = await remote(() => ({ status: 401, text: '{"errors":[]}' }))

  for (const _time of ['first', 'second']) await fetchBy(source).catch(() => {})

  expect(logged).toEqual([expect.stringMatching(/^placements .+ seal .+ GATEWAY_ONLY.+ `npm run envelope` .+ clocks/)])
})
