import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { QUESTION, type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'
import { hashOf } from './credentials.ts'
import { SessionStore } from './session-store.ts'
import { USUAL_TERMS } from './settings.ts'

const MINUTE_IN_MS = 60_000

let world: SignedWorld
let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  world = await startSignedWorld(database)
})
afterAll(() => world.stop())

const keyOf = (id: string) => hashOf(id).toString('hex')
const statusOf = async (headers: Record<string, string>) => (await world.ask(headers)).status

test('given a session, the graph answers; its id stands nowhere in the database', async () => {
  const { id, headers } = await world.browser()

  expect(await statusOf(headers)).toBe(200)
  const kept = await database.query<{ kept: string }>('select session::text as kept from sessions.session')
  expect(JSON.stringify(kept)).not.toContain(id)
  expect(JSON.stringify(kept)).toContain(keyOf(id))
})

test.each<[string, string, Record<string, string>, number, string]>([
  ['56', 'of another origin', { origin: 'https://elsewhere.example' }, 403, 'FOREIGN_ORIGIN'],
  ['56', 'of no origin that can be named', { origin: 'null' }, 403, 'FOREIGN_ORIGIN'],
  ['56', 'without the header that asks first', { 'x-vigia': '' }, 400, 'CSRF'],
  ['56', 'with a token beside the cookie', { authorization: 'Bearer a.b.c' }, 400, 'CREDENTIALS_TWICE'],
])('row %s: given a request with the cookie %s, %s %s', async (_row, _what, changes, status, code) => {
  const { headers } = await world.browser()
  await statusOf(headers)
  const sent = Object.fromEntries(Object.entries({ ...headers, ...changes }).filter(([, value]) => value !== ''))

  const answer = await world.ask(sent)

  expect(answer.status).toBe(status)
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code } }] })
})

test('given a page of our own, its origin is no hindrance', async () => {
  const { headers } = await world.browser()

  expect(await statusOf({ ...headers, origin: world.url })).toBe(200)
})

test('given half an hour without use, it has ended; used meanwhile, it has not', async () => {
  const [idle, used] = [await world.browser(), await world.browser()]
  world.later(29 * MINUTE_IN_MS)
  expect(await statusOf(used.headers)).toBe(200)

  world.later(2 * MINUTE_IN_MS)

  expect(await statusOf(idle.headers)).toBe(401)
  expect(await statusOf(used.headers)).toBe(200)
})

test('given ten hours of use, it ends all the same', async () => {
  const { headers } = await world.browser()
  for (let minutes = 0; minutes < 599; minutes += 25) {
    expect(await statusOf(headers)).toBe(200)
    world.later(25 * MINUTE_IN_MS)
  }

  expect(await statusOf(headers)).toBe(401)
})

test('given a sign-out, nothing is answered, not even what is kept, and the cookie is taken', async () => {
  const { headers } = await world.browser()
  expect(await statusOf(headers)).toBe(200)
  expect(await statusOf(headers)).toBe(200) // From kept bytes.

  const out = await fetch(`${world.url}/session/end`, { method: 'POST', headers: { ...headers, origin: world.url } })

  expect(out.status).toBe(204)
  expect(out.headers.get('set-cookie')).toMatch(/^__Host-vigia=; .*Max-Age=0/)
  expect(await statusOf(headers)).toBe(401)
})

test('given an agreement that ends, nothing is answered, not even what is kept', async () => {
  const agreement = { data: ['alerts'], kinds: null, from: 0, until: world.now() + 1_000 } as const
  const { headers } = await world.browser({ agreement })
  for (const _time of ['first', 'kept']) expect((await world.ask(headers)).status).toBe(200)

  world.later(1_000)

  const answer = await world.ask(headers)
  expect([answer.status, (await answer.json()).errors[0].extensions.code]).toEqual([403, 'AGREEMENT_ENDED'])
})

test('given another site that would sign somebody out, it cannot', async () => {
  const { headers } = await world.browser()

  const out = await fetch(`${world.url}/session/end`, {
    method: 'POST',
    headers: { ...headers, origin: 'https://x.example' },
  })

  expect(out.status).toBe(403)
  expect(await statusOf(headers)).toBe(200)
})

const raiseEpoch = (sub: string) =>
  database.query('update sessions.subject set epoch = epoch + 1, revoked_at = now() where sub = $1', [sub])

test('row 23: given somebody is turned out, he is refused within two seconds', async () => {
  const { sub, headers } = await world.browser()
  expect(await statusOf(headers)).toBe(200)

  await raiseEpoch(sub)

  await expect.poll(() => statusOf(headers), { timeout: 2_000 }).toBe(401)
})

test('given a sign-in with other rights, all that the person held before has ended; with the same, it has not', async () => {
  const first = await world.browser()
  const same = await world.browser({ sub: first.sub })
  expect(await statusOf(first.headers)).toBe(200)

  const other = await world.browser({ sub: first.sub, role: 'state-secretary', states: ['07'] })

  await expect.poll(() => statusOf(first.headers), { timeout: 2_000 }).toBe(401)
  expect(await statusOf(same.headers)).toBe(401)
  expect(await statusOf(other.headers)).toBe(200)
})

test('given a browser that signs in again, its former id has ended', async () => {
  const first = await world.browser()
  const second = await world.browser({ sub: first.sub }, first.id)

  expect(await statusOf(first.headers)).toBe(401)
  expect(await statusOf(second.headers)).toBe(200)
})

test('given what has ended, the database tells of nobody, whatever this process remembers of it', async () => {
  const of = (issuer: string) => new SessionStore(world.sessions, issuer, USUAL_TERMS)
  const [store, now] = [of(world.issuer.settings.iss), world.now()]
  const [held, ended, former, otherRights] = [
    await world.browser(),
    await world.browser(),
    await world.browser(),
    await world.browser(),
  ]
  await store.end(keyOf(ended.id), new Date(now))
  await world.browser({ sub: former.sub }, former.id)
  await world.browser({ sub: otherRights.sub, role: 'state-secretary', states: ['07'] })

  const used = (id: string, at = now, lastUsed = at) => store.use(id, at, lastUsed)
  expect(await used(held.id)).not.toBeNull()
  for (const { id } of [ended, former, otherRights]) expect(await used(id)).toBeNull()
  expect(await used(held.id, now + 31 * MINUTE_IN_MS, 0)).toBeNull()
  expect(await used(held.id, now + 601 * MINUTE_IN_MS)).toBeNull()
  expect(await of('http://another.invalid').use(held.id, now, now)).toBeNull()

  const all = [held, ended, former, otherRights].map(({ id }) => keyOf(id))
  const holding = (at: number, lastUsed: number) => store.holding(new Map(all.map((key) => [key, lastUsed])), at)
  expect([...(await holding(now, now))]).toEqual([keyOf(held.id)])
  expect([...(await holding(now + 31 * MINUTE_IN_MS, 0))]).toEqual([])
})

/** Resolves when the stream has ended, with how long that took. */
async function streamOf(headers: Record<string, string>) {
  const answer = await fetch(`${world.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', origin: world.url, ...headers },
    body: JSON.stringify({ query: 'subscription { boardChanged { version } }' }),
  })
  expect(answer.status).toBe(200)
  const reader = answer.body?.getReader()
  await reader?.read()
  return async () => {
    const began = performance.now()
    while (!(await reader?.read())?.done);
    return performance.now() - began
  }
}

test('given a stream, it ends with the session: at once by sign-out, within five seconds from outside', async () => {
  const [out, turnedOut] = [await world.browser(), await world.browser()]
  const [first, second] = [await streamOf(out.headers), await streamOf(turnedOut.headers)]

  await fetch(`${world.url}/session/end`, { method: 'POST', headers: out.headers })
  expect(await first()).toBeLessThan(2_000)

  await raiseEpoch(turnedOut.sub)
  expect(await second()).toBeLessThan(5_000)
})

test('given a stream of one who no longer uses it, it ends with the session’s idle time', async () => {
  const { headers } = await world.browser()
  const ended = await streamOf(headers)

  world.later(31 * MINUTE_IN_MS)

  expect(await ended()).toBeLessThan(5_000)
})

test('given nobody, no stream', async () => {
  const answer = await fetch(`${world.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: QUESTION }),
  })

  expect(answer.status).toBe(401)
})

test('given other rights, an answer kept for some is not given to others', async () => {
  const federal = await world.browser()
  await statusOf(federal.headers)
  const asked = world.asked.states

  const yucatan = await world.browser({ role: 'state-secretary', states: ['31'] })
  await statusOf(yucatan.headers)
  expect(world.asked.states).toBe(asked + 1)

  const zacatecas = await world.browser({ role: 'state-secretary', states: ['32'] })
  await statusOf(zacatecas.headers)
  expect(world.asked.states).toBe(asked + 2)

  await statusOf((await world.browser({ role: 'state-secretary', states: ['31'] })).headers)
  expect(world.asked.states).toBe(asked + 2)
})

test('given the database cannot tell who is signed in, nobody is let in, and everybody is when it can again', async () => {
  const { headers } = await world.browser()
  expect(await statusOf(headers)).toBe(200)
  const name = new URL(database.url).pathname.slice(1)
  await database.onServer(`alter database ${name} with connection limit 0`)
  await database.onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  await expect.poll(() => statusOf(headers), { timeout: 6_000 }).toBe(503)

  await database.onServer(`alter database ${name} with connection limit -1`)
  await expect.poll(() => statusOf(headers), { timeout: 10_000 }).toBe(200)
})

test('given too many sign-ins begun at one address, a page says so, and the way back is kept', async () => {
  const strict = await startSignedWorld(await scratchDatabase(), { signInRate: 1 })
  const begin = () => fetch(`${strict.url}/session/start?to=/estado/07`, { redirect: 'manual' })
  const [first, second] = [await begin(), await begin()].map(({ headers }) => headers.get('location'))
  await strict.stop()

  expect(first).toMatch(/\/auth\?/)
  expect(second).toBe('/entrar?motivo=busy&a=%2Festado%2F07')
})
