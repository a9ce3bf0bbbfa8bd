/** Tokens of programs, whole, forged, old and turned: rows 18 to 21 of the list of bad inputs. */
import { addDays } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { exportSPKI, generateKeyPair } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'

let world: SignedWorld
let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  world = await startSignedWorld(database)
})
afterAll(() => world.stop())

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const seconds = () => Math.floor(world.now() / 1_000)

async function codeOf(response: Response): Promise<unknown> {
  return (await response.json()).errors?.[0]?.extensions.code
}

test('row 18: given nobody, 401 and the way to be let in', async () => {
  const answer = await world.ask({})

  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="vigia"/)
  expect(await codeOf(answer)).toBe('UNAUTHENTICATED')
})

test('given a token of the issuer, the graph answers; asked again it is not verified again', async () => {
  const token = await world.issuer.token()

  expect((await world.ask(bearer(token))).status).toBe(200)
  expect((await world.ask(bearer(token))).status).toBe(200)
  expect(world.issuer.looks()).toBe(1)
})

const AGREEMENT = { data: ['alerts'], from: '2020-01-01', until: '2099-12-31' }
const partnerToken = (vigia_agreement: object | undefined) =>
  world.issuer.token({ client_id: 'ally', vigia_role: 'partner', vigia_states: ['07'], vigia_agreement })

/** With the row of security.md 10 that it is of, where it is of one. */
const FORGERIES: [row: string, what: string, token: () => Promise<string>][] = [
  [
    '19',
    'no algorithm',
    async () => {
      const [, claims] = (await world.issuer.token()).split('.')
      return `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${claims}.`
    },
  ],
  [
    '19',
    'the public key as the secret of HS256',
    async () =>
      world.issuer.token(
        {},
        { alg: 'HS256' },
        new TextEncoder().encode(await exportSPKI(world.issuer.key().publicKey)),
      ),
  ],
  [
    '19',
    'another key under the name of the known one',
    async () => world.issuer.token({}, {}, (await generateKeyPair('ES256')).privateKey),
  ],
  ['19 unknown-key', 'a key that nobody knows', () => world.issuer.token({}, { kid: 'k9' })],
  [
    '19',
    'a header that names where its key lies',
    async () => {
      const own = await generateKeyPair('ES256')
      return world.issuer.token({}, { jku: 'http://127.0.0.1:1/keys', kid: 'k1' }, own.privateKey)
    },
  ],
  [
    '19',
    'a changed claim',
    async () => {
      const [head, , signature] = (await world.issuer.token()).split('.')
      const [, claims] = (await world.issuer.token({ vigia_role: 'ppnna-officer', vigia_states: ['07'] })).split('.')
      return [head, claims, signature].join('.')
    },
  ],
  ['20', 'an end 6 s ago', () => world.issuer.token({ exp: seconds() - 6 })],
  ['20', 'a beginning in a minute', () => world.issuer.token({ nbf: seconds() + 60 })],
  ['20', 'no end', () => world.issuer.token({ exp: undefined })],
  [
    '20',
    'an age of more than five minutes, though it ends in an hour',
    () => world.issuer.token({ iat: seconds() - 306, exp: seconds() + 3_600 }),
  ],
  ['21', 'another audience', () => world.issuer.token({ aud: 'urn:other' })],
  ['21', 'another issuer', () => world.issuer.token({ iss: 'http://issuer.invalid' })],
  ['21', 'an issuer that differs by a slash', () => world.issuer.token({ iss: `${world.issuer.settings.iss}/` })],
  ['21', 'the form of an id token', () => world.issuer.token({}, { typ: 'JWT' })],
  ['–', 'the client of the dashboard itself', () => world.issuer.token({ client_id: 'vigia' })],
  ['–', 'no role', () => world.issuer.token({ vigia_role: undefined })],
  ['–', 'a role that is none', () => world.issuer.token({ vigia_role: 'administrator' })],
  ['–', 'the role of a state without a state', () => world.issuer.token({ vigia_role: 'state-secretary' })],
  ['–', 'a state that is none', () => world.issuer.token({ vigia_role: 'state-secretary', vigia_states: ['33'] })],
  ['–', 'a person in the place of its program', () => world.issuer.token({ sub: 'somebody' })],
  ['–', 'a partner without an agreement', () => partnerToken(undefined)],
  ['–', 'an agreement on what no partner may have', () => partnerToken({ ...AGREEMENT, data: ['children'] })],
  ['–', 'an agreement on a kind that is none', () => partnerToken({ ...AGREEMENT, kinds: ['EVERYTHING'] })],
  ['–', 'an agreement with a word that is none', () => partnerToken({ ...AGREEMENT, kind: ['NO_INTERPRETER'] })],
  ['–', 'an agreement that ends before it begins', () => partnerToken({ ...AGREEMENT, until: '2019-12-31' })],
  ['–', 'rubbish', async () => 'a.b.c'],
  ['–', 'a personal token that nobody made', async () => `vigia_${'A'.repeat(43)}`],
]

test.each(FORGERIES)('row %s: given a token with %s, 401; a forgery is written down', async (row, _what, token) => {
  world.denied.length = 0
  const answer = await world.ask(bearer(await token()))

  expect([answer.status, await codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
  expect(answer.headers.get('www-authenticate')).toContain('invalid_token')
  expect(world.denied.map((why) => `19 ${why}`.replace(' forged', ''))).toEqual(row.startsWith('19') ? [row] : [])
})

test('given an end 3 s ago, it still holds: clocks differ', async () => {
  expect((await world.ask(bearer(await world.issuer.token({ exp: seconds() - 3 })))).status).toBe(200)
})

test('given an agreement, its partner is let in from its first moment to its last, and told why not else', async () => {
  const until = async (changes: object) => {
    const headers = { 'content-type': 'application/json', ...bearer(await partnerToken({ ...AGREEMENT, ...changes })) }
    const answer = await fetch(`${world.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ __typename }"}' })
    return [answer.status, await codeOf(answer)]
  }
  const [today, inASecond] = [localDateOf(new Date(world.now())), new Date(world.now() + 1_000).toISOString()]

  expect(await until({ from: today, until: today })).toEqual([200, undefined])
  expect(await until({ until: addDays(today, -1) })).toEqual([403, 'AGREEMENT_ENDED'])
  expect(await until({ from: addDays(today, 1) })).toEqual([403, 'AGREEMENT_NOT_BEGUN'])
  // Also with a token that was let in before.
  expect(await until({ until: inASecond })).toEqual([200, undefined])
  world.later(1_000)
  expect(await until({ until: inASecond })).toEqual([403, 'AGREEMENT_ENDED'])
})

test('given a scope of ours in the token, its program may do that alone', async () => {
  const token = await world.issuer.token({ scope: 'profile stats:read' })
  const ofChildren = async (shown: string) => {
    const headers = { 'content-type': 'application/json', ...bearer(shown) }
    const body = JSON.stringify({ query: '{ children(first: 1) { totalCount } }' })
    return (await fetch(`${world.url}/graphql`, { method: 'POST', headers, body })).status
  }

  expect((await world.ask(bearer(token))).status).toBe(200)
  expect(await ofChildren(token)).toBe(403)
  expect(await ofChildren(await world.issuer.token({ scope: 'profile' }))).toBe(200)
})

test('given the key is turned, its tokens hold after one look, and the former key’s no more', async () => {
  const former = await world.issuer.token({ jti: 'former' })
  await new Promise((resolve) => setTimeout(resolve, 450)) // The pause between two looks is what this is about.
  const before = world.issuer.looks()

  await world.issuer.rotate()
  const answer = await world.ask(bearer(await world.issuer.token()))

  expect(answer.status).toBe(200)
  expect(world.issuer.looks()).toBe(before + 1)
  expect((await world.ask(bearer(former))).status).toBe(401)
})

test('given a flood of tokens with unknown keys, the issuer is asked once in each pause', async () => {
  await new Promise((resolve) => setTimeout(resolve, 450))
  const [before, began] = [world.issuer.looks(), performance.now()]
  const kids = Array.from({ length: 60 }, (_, i) => `none-${i}`)
  const tokens = await Promise.all(kids.map((kid) => world.issuer.token({ jti: kid }, { kid })))

  const answers = await Promise.all(tokens.map((token) => world.ask(bearer(token))))

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
  const pauses = Math.ceil((performance.now() - began) / 400)
  expect(world.issuer.looks() - before).toBeLessThanOrEqual(1 + pauses)
})

test('given a program that an administrator turns out, its token is refused within two seconds', async () => {
  const token = await world.issuer.token({ client_id: 'turned-out', iat: seconds() - 10 })
  expect((await world.ask(bearer(token))).status).toBe(200)

  await database.query(
    `insert into sessions.subject (sub, kind, name, revoked_at) values ('client:turned-out', 'machine', 'x', now())`,
  )

  await expect.poll(async () => (await world.ask(bearer(token))).status, { timeout: 2_000 }).toBe(401)
})

test('given too much in a minute, 429 says when to ask again, and a headline what is left', async () => {
  const strict = await startSignedWorld(await scratchDatabase(), { machineRate: 2 })
  const token = await strict.issuer.token()
  const statuses: number[] = []
  for (let i = 0; i < 12; i += 1) {
    const answer = await fetch(`${strict.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(token) },
      body: JSON.stringify({ query: `{ children(first: ${i + 1}) { totalCount } }` }),
    })
    statuses.push(answer.status)
    if (answer.status === 429) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await answer.json()).errors[0].extensions).toMatchObject({ code: 'RATE_LIMITED', remaining: 0 })
    } else expect(answer.headers.get('ratelimit')).toMatch(/^"asked";r=\d+;t=\d+$/)
  }
  await strict.stop()

  expect(statuses.slice(0, 2)).toEqual([200, 200])
  expect(statuses.at(-1)).toBe(429)
})

test('given questions that are turned away, they count all the same, and are told so', async () => {
  const strict = await startSignedWorld(await scratchDatabase(), { machineRate: 2 })
  const headers = { 'content-type': 'application/json', ...bearer(await strict.issuer.token()) }
  const told: unknown[] = []
  for (let i = 0; i < 3; i += 1) {
    const asked = { method: 'POST', headers, body: `{"query":"{ nothingOfThatName${i} }"}` }
    const { status, headers: said } = await fetch(`${strict.url}/graphql`, asked)
    told.push([status, said.get('x-vigia-cost'), said.get('ratelimit')?.split(';')[1]])
  }
  await strict.stop()
  expect(told).toEqual([400, 400, 429].map((status, at) => [status, '1', at === 0 ? 'r=1' : 'r=0']))
})

test('given an address that guesses, it is told to wait; who holds a token there is answered all the same', async () => {
  const strict = await startSignedWorld(await scratchDatabase(), { addressRate: 3 })
  const guesses = ['a.b.c', `vigia_${'A'.repeat(43)}`, await strict.issuer.token({ exp: 1 }), 'd.e.f']

  const statuses: number[] = []
  for (const guess of guesses) statuses.push((await strict.ask(bearer(guess))).status)
  const cookie = `__Host-vigia=${'A'.repeat(43)}`
  const door = await fetch(`${strict.url}/session`, { headers: { cookie, 'x-vigia': 'test' } })
  const back = await fetch(`${strict.url}/session/callback?code=x&state=y`, { redirect: 'manual' })
  const stranger = await fetch(`${strict.url}/session`)
  const known = await strict.ask(bearer(await strict.issuer.token()))
  await strict.stop()

  expect(statuses).toEqual([401, 401, 401, 429])
  expect(door.status).toBe(429)
  // A person is shown a page, which says so.
  expect(back.status).toBe(303)
  expect(back.headers.get('location')).toContain('busy')
  expect(stranger.status).toBe(200) // Who shows nothing costs nothing.
  expect(Number(door.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(known.status).toBe(200)
})
