/** Who is let in to a stream, by a real socket or by events: pages by cookie and origin, programs by token and the proof of its key. */
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { aKey, boundToken, type Key, proofOf } from '../testing/proofs-by-hand.ts'
import { type Opening, openedSocket, openSocket } from '../testing/raw-socket.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'
import { startWorld } from '../testing/two-services.ts'

const ELSEWHERE = 'https://elsewhere.example'
const QUERY = 'subscription { boardChanged { version } }'

let world: SignedWorld
beforeAll(async () => {
  world = await startSignedWorld(await scratchDatabase())
})
afterAll(() => world.stop())

type Ended = { code: number; reason: string }

/** What a client hears that opens a socket and says who it is: let in, or with which code it was closed. */
async function heardBySocket(opening: Opening, params: object = {}): Promise<Ended | 'let in'> {
  const socket = openSocket(world.url, opening)
  socket.say({ type: 'connection_init', payload: params })
  const heard = await Promise.race([socket.closed, socket.hears('connection_ack').then(() => 'let in' as const)])
  socket.close()
  return heard
}

/** The status and code of an answer; a stream that begins is left at once. */
async function heardByEvents(headers: Record<string, string>, { method = 'POST', search = '' } = {}) {
  const control = new AbortController()
  const answer = await fetch(`${world.url}/graphql/stream${search}`, {
    method,
    signal: control.signal,
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    ...(method === 'POST' && { body: JSON.stringify({ query: QUERY }) }),
  })
  const code = answer.ok ? null : (await answer.json()).errors[0].extensions.code
  control.abort()
  return [answer.status, code]
}

test('given a program that writes Authorization in its connectionParams, as in a header, its socket is let in', async () => {
  expect(await heardBySocket({}, { Authorization: `Bearer ${await world.issuer.token()}` })).toBe('let in')
})

test('given a page of ours, its socket is let in by the cookie and is told', async () => {
  const { headers } = await world.browser()
  const socket = await openedSocket(world.url, { headers: { cookie: headers['cookie'] ?? '', origin: world.url } })
  socket.say({ id: '1', type: 'subscribe', payload: { query: QUERY } })

  expect(await socket.hears('next')).toMatchObject({ payload: { data: { boardChanged: { version: '1' } } } })
  socket.close()
})

test.each<[string, Record<string, string>]>([
  ['of another site', { origin: ELSEWHERE }],
  ['of this machine at another port', { origin: 'http://127.0.0.1:1' }],
  ['that cannot be named', { origin: 'null' }],
  ['that is not said', {}],
])(
  'row 56: given the cookie and an origin %s, a socket is refused before it is one, and events too',
  async (_what, origin) => {
    const { headers } = await world.browser()

    expect(await heardBySocket({ headers: { cookie: headers['cookie'] ?? '', ...origin } })).toEqual({
      code: 403,
      reason: 'refused',
    })
    expect(await heardByEvents({ ...headers, ...origin })).toEqual([403, 'FOREIGN_ORIGIN'])
    expect(await heardByEvents({ ...headers, ...origin }, { method: 'GET', search: `?query=${QUERY}` })).toEqual([
      403,
      'FOREIGN_ORIGIN',
    ])
  },
)

test('given a page of another site with a token that it has come by, its socket is refused', async () => {
  const authorization = `Bearer ${await world.issuer.token()}`

  expect(await heardBySocket({ headers: { origin: ELSEWHERE } }, { authorization })).toMatchObject({ code: 403 })
  expect(await heardByEvents({ authorization, origin: ELSEWHERE })).toEqual([403, 'FOREIGN_ORIGIN'])
})

test('given events by the cookie, a page of ours is let in, and only with the header that asks first', async () => {
  const { headers } = await world.browser()
  const { cookie = '' } = headers

  expect(await heardByEvents({ ...headers, origin: world.url })).toEqual([200, null])
  expect(await heardByEvents({ cookie, origin: world.url })).toEqual([400, 'CSRF'])
})

test('row 56: given the cookie and a token together, neither counts', async () => {
  const [{ headers }, token] = [await world.browser(), await world.issuer.token()]
  const authorization = `Bearer ${token}`
  const own = { cookie: headers['cookie'] ?? '', origin: world.url }

  expect(await heardBySocket({ headers: own }, { authorization })).toEqual({ code: 4401, reason: 'CREDENTIALS_TWICE' })
  expect(await heardBySocket({ headers: { ...own, authorization } })).toEqual({
    code: 4401,
    reason: 'CREDENTIALS_TWICE',
  })
  expect(await heardByEvents({ ...headers, ...own, authorization })).toEqual([400, 'CREDENTIALS_TWICE'])
})

test('given a program, its token lets it in by the handshake or in the first word; in the address it does not', async () => {
  const token = await world.issuer.token()
  const authorization = `Bearer ${token}`

  expect(await heardBySocket({ headers: { authorization } })).toBe('let in')
  expect(await heardBySocket({}, { authorization })).toBe('let in')
  expect(await heardByEvents({ authorization })).toEqual([200, null])
  for (const name of ['access_token', 'token', 'authorization']) {
    const search = `?${name}=${encodeURIComponent(name === 'authorization' ? authorization : token)}`
    expect(await heardBySocket({ search })).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' })
    expect(await heardByEvents({}, { search })).toEqual([401, 'UNAUTHENTICATED'])
    expect(await heardByEvents({}, { method: 'GET', search: `${search}&query=${QUERY}` })).toEqual([
      401,
      'UNAUTHENTICATED',
    ])
  }
})

test.each<[string, () => Promise<object> | object]>([
  ['nobody', () => ({})],
  ['a token of nobody', () => ({ authorization: 'Bearer nobody' })],
  ['a personal token that was never given', () => ({ authorization: `Bearer vigia_${'a'.repeat(43)}` })],
  ['a token that is no text', () => ({ authorization: ['Bearer a'] })],
  ['a token for another audience', async () => bearer({ aud: 'urn:other' })],
  ['a token that is over', async () => bearer({ exp: seconds() - 6 })],
  ['a token of a client without a role', async () => bearer({ vigia_role: undefined })],
])('given %s, 4401', async (_what, params) => {
  expect(await heardBySocket({}, await params())).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' })
})

test('given a program with five sockets, each by another of its tokens, a sixth is not let in; another program is', async () => {
  const sockets = await Promise.all(
    Array.from({ length: 5 }, async (_, i) => openedSocket(world.url, { params: await bearer({ jti: `token ${i}` }) })),
  )

  expect(await heardBySocket({}, await bearer())).toEqual({ code: 4429, reason: 'TOO_MANY_SOCKETS' })
  expect(await heardBySocket({}, await bearer({ sub: 'other', client_id: 'other' }))).toBe('let in')
  for (const socket of sockets) socket.close()
})

const seconds = () => Math.floor(world.now() / 1_000)
const bearer = async (claims = {}) => ({ authorization: `Bearer ${await world.issuer.token(claims)}` })

/** The ways in which a program shows a token that is bound to a key, each with what its proof must be for. */
const BOUND = {
  'the handshake of a socket': {
    of: () => ({ htm: 'GET', htu: `${world.url}/graphql` }),
    isIn: async (shown: Record<string, string>) => (await heardBySocket({ headers: shown })) === 'let in',
  },
  'the first word of a socket': {
    of: () => ({ htm: 'GET', htu: `${world.url}/graphql` }),
    isIn: async (shown: Record<string, string>) => (await heardBySocket({}, shown)) === 'let in',
  },
  events: {
    of: () => ({ htm: 'POST', htu: `${world.url}/graphql/stream` }),
    isIn: async (shown: Record<string, string>) => (await heardByEvents(shown))[0] === 200,
  },
} as const

test.each(Object.entries(BOUND))(
  'row 22: given a token that is bound to a key, by %s only a fresh proof for it lets in, once',
  async (_way, { of, isIn }) => {
    const { key, token } = await boundToken(world)
    const shown = async (changes: object = {}, by: Key = key) => ({
      authorization: `DPoP ${token}`,
      dpop: await proofOf(world, token, by, { ...of(), ...changes }),
    })
    const once = await shown()

    expect(await isIn(once)).toBe(true)
    const refused = {
      'the same proof again': once,
      'no proof': { authorization: `DPoP ${token}` },
      'as a bearer': { authorization: `Bearer ${token}` },
      'as a bearer, with a proof': { ...(await shown()), authorization: `Bearer ${token}` },
      'a stale proof': await shown({ iat: seconds() - 66 }),
      'a proof of tomorrow': await shown({ iat: seconds() + 86_400 }),
      'a proof for another address': await shown({ htu: `${ELSEWHERE}/graphql` }),
      'a proof for another path': await shown({ htu: `${world.url}/exports` }),
      'a proof for another method': await shown({ htm: 'PUT' }),
      'a proof for another token': await shown({ ath: 'x' }),
      'a proof of another key': await shown({}, await aKey()),
    }
    const letIn: string[] = []
    for (const [what, headers] of Object.entries(refused)) if (await isIn(headers)) letIn.push(what)
    expect(letIn).toEqual([])
    expect(await isIn(await shown())).toBe(true)
  },
)

test('row 7: given production, whoever may not put questions of his own follows what is kept, and nothing else', async () => {
  const actor = (): Actor => ({ ...PSEUDONYMOUS_FEDERAL_SECRETARY, role: 'state-secretary', states: ['07'] })
  const production = await startWorld({ isProduction: true, documents: [QUERY], actor })
  const socket = await openedSocket(production.url)
  socket.say({ id: '1', type: 'subscribe', payload: { query: 'subscription { boardChanged { asOf } }' } })
  socket.say({ id: '2', type: 'subscribe', payload: { query: QUERY } })

  expect(await socket.hears('error')).toMatchObject({
    id: '1',
    payload: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }],
  })
  expect(await socket.hears('next')).toMatchObject({ id: '2' })
  socket.close()
  await production.stop()
})

test('given alerts that cannot be followed now, a subscriber is hung up on and may come back', async () => {
  const waiting = await startWorld({ feed: { ...handFeed(), top: () => null } })
  const socket = await openedSocket(waiting.url)
  socket.say({ id: '1', type: 'subscribe', payload: { query: 'subscription { alertRaised { kind } }' } })

  // An error of the protocol would end what he follows for good.
  expect(await socket.closed).toEqual({ code: 1013, reason: 'STREAM_UNAVAILABLE' })
  await waiting.stop()
})
