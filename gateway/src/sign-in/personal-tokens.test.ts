import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/support/eventually.ts'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'
import { PersonalTokens } from './personal-tokens.ts'

const DAY_IN_MS = 86_400_000

let world: SignedWorld
let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  world = await startSignedWorld(database)
})
afterAll(() => world.stop())

/** The headers of a page of ours, on which a person is signed in. */
async function page(sub: string): Promise<Record<string, string>> {
  const { headers } = await world.browser({ sub })
  return { ...headers, origin: world.url, 'content-type': 'application/json' }
}

const make = (headers: Record<string, string>, wish: object): Promise<Response> =>
  fetch(`${world.url}/session/tokens`, { method: 'POST', headers, body: JSON.stringify(wish) })

async function listed(headers: Record<string, string>): Promise<{ id: string; name: string }[]> {
  return (await (await fetch(`${world.url}/session/tokens`, { headers })).json()).tokens
}

const statusWith = async (token: string) => (await world.ask({ authorization: `Bearer ${token}` })).status

test('given a wish, a token that asks the graph until it is revoked; it is told once and kept nowhere', async () => {
  const headers = await page('ana')
  const { token } = await (await make(headers, { name: 'Hoja de cálculo', days: 7 })).json()

  expect(await statusWith(token)).toBe(200)
  const [kept] = await listed(headers)
  expect(JSON.stringify(kept)).not.toContain(token)
  const rows = await database.query('select token::text from sessions.personal_token as token')
  expect(JSON.stringify(rows)).not.toContain(token.slice(6))

  const revoked = await fetch(`${world.url}/session/tokens/${kept?.id}/revoke`, { method: 'POST', headers })
  expect(revoked.status).toBe(204)
  expect(await statusWith(token)).toBe(401)
  expect(await listed(headers)).toEqual([])
})

test('given its end, it holds no more', async () => {
  const { token } = await (await make(await page('berta'), { name: 'one day', days: 1 })).json()
  expect(await statusWith(token)).toBe(200)

  world.later(DAY_IN_MS + 1_000)

  expect(await statusWith(token)).toBe(401)
})

test('given an owner who has not signed in for a week, it rests; once he has, it works', async () => {
  const { token } = await (await make(await page('julia'), { name: 'each month', days: 90 })).json()
  world.later(7 * DAY_IN_MS - 60_000)
  expect(await statusWith(token)).toBe(200)

  world.later(120_000)

  expect(await statusWith(token)).toBe(401)
  await page('julia')
  expect(await statusWith(token)).toBe(200)
})

test('given the rights of the account change, by whatever statement and long after the sign-in, it is refused within two seconds', async () => {
  const { token } = await (await make(await page('karla'), { name: 'of before', days: 90 })).json()
  await database.query("update sessions.subject set signed_in_at = signed_in_at - interval '1 day' where sub = 'karla'")
  expect(await statusWith(token)).toBe(200)

  const fewer = JSON.stringify({
    ...PSEUDONYMOUS_FEDERAL_SECRETARY,
    sub: 'karla',
    role: 'state-secretary',
    states: ['07'],
  })
  await database.query(`update sessions.subject set actor = $1 where sub = 'karla'`, [fewer])

  await expect.poll(() => statusWith(token), { timeout: 2_000 }).toBe(401)
})

test('given what has ended, the database tells of nobody, whatever this process remembers of it', async () => {
  const of = (issuer: string) => new PersonalTokens(world.sessions, issuer)
  const [tokens, now] = [of(world.issuer.settings.iss), world.now()]
  const made = async (sub: string) => {
    await world.browser({ sub })
    const maker = { actor: { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub }, epoch: 1 }
    return tokens.make(maker, { name: 'a token', days: 1 }, new Date(now))
  }
  const [held, revoked, turnedOut] = [await made('held'), await made('revoked'), await made('turned out')]
  const [listed] = await tokens.list('revoked', new Date(now))
  await tokens.revoke('revoked', String(listed?.id), new Date(now))
  await database.query("update sessions.subject set epoch = epoch + 1, revoked_at = now() where sub = 'turned out'")

  expect(await tokens.use(held, now)).not.toBeNull()
  for (const token of [revoked, turnedOut]) expect(await tokens.use(token, now)).toBeNull()
  expect(await tokens.use(held, now + DAY_IN_MS + 1_000)).toBeNull()
  expect(await of('http://another.invalid').use(held, now)).toBeNull()
})

test('given somebody else’s token, it is neither listed nor revoked', async () => {
  const own = await page('carla')
  const { token } = await (await make(own, { name: 'hers', days: 7 })).json()
  const [hers] = await listed(own)
  const other = await page('diego')

  const tried = await fetch(`${world.url}/session/tokens/${hers?.id}/revoke`, { method: 'POST', headers: other })

  expect(tried.status).toBe(404)
  expect(await listed(other)).toEqual([])
  expect(await statusWith(token)).toBe(200)
})

test('given a token, it makes no further token and is no session', async () => {
  const { token } = await (await make(await page('elsa'), { name: 'first', days: 7 })).json()
  const headers = { authorization: `Bearer ${token}`, 'x-vigia': 'test', 'content-type': 'application/json' }

  expect((await make(headers, { name: 'second', days: 7 })).status).toBe(401)
  expect(await (await fetch(`${world.url}/session`, { headers })).json()).toEqual({ signedIn: false })
})

test('given somebody who was turned out while he asked for a token, he gets none that would outlive it', async () => {
  await page('ines')
  await database.query(`update sessions.subject set epoch = epoch + 1, revoked_at = now() where sub = 'ines'`)
  const letInBefore = { actor: { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub: 'ines' }, epoch: 1 }

  const making = new PersonalTokens(world.sessions, world.issuer.settings.iss).make(
    letInBefore,
    { name: 'x', days: 90 },
    new Date(world.now()),
  )

  await expect(making).rejects.toMatchObject({ status: 401 })
  expect(await database.query(`select from sessions.personal_token where sub = 'ines'`)).toEqual([])
})

test.each([
  ['no name', { days: 7 }],
  ['an empty name', { name: ' ', days: 7 }],
  ['a name that is too long', { name: 'x'.repeat(81), days: 7 }],
  ['no end', { name: 'x' }],
  ['an end after a year', { name: 'x', days: 365 }],
])('given %s, no token', async (_what, wish) => {
  expect((await make(await page('flor'), wish)).status).toBe(400)
})

test('given twenty tokens, no further one', async () => {
  const headers = await page('gabriela')
  for (let i = 0; i < 20; i += 1) expect((await make(headers, { name: `${i}`, days: 1 })).status).toBe(201)

  expect((await make(headers, { name: 'one more', days: 1 })).status).toBe(409)
})

test('given more wishes at once than there is room for, as many tokens as there is', async () => {
  const headers = await page('irene')
  for (let i = 0; i < 18; i += 1) await make(headers, { name: `${i}`, days: 1 })
  const [wide, held] = [openPool(urlOfRole(database.url, 'vigia_sessions'), 6), openPool(database.url, 1)]
  const tokens = new PersonalTokens(wide, world.issuer.settings.iss)
  const irene = { actor: { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub: 'irene' }, epoch: 1 }
  await held.query('begin')
  await held.query('lock table sessions.personal_token in share mode')
  const wishes = Array.from({ length: 6 }, (_, i) =>
    tokens.make(irene, { name: `at once ${i}`, days: 1 }, new Date(world.now())),
  )
  const made = Promise.allSettled(wishes)
  // All have asked by then, and are answered together.
  await eventually(
    () =>
      database.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`),
    ({ length }) => length === wishes.length,
  )
  await held.query('commit')

  expect((await made).map(({ status }) => status).toSorted()).toEqual([
    ...Array(2).fill('fulfilled'),
    ...Array(4).fill('rejected'),
  ])
  expect(await listed(headers)).toHaveLength(20)
  await Promise.all([wide.end(), held.end()])
})

test('given another site, it makes none', async () => {
  const headers = { ...(await page('hilda')), origin: 'https://elsewhere.example' }

  expect((await make(headers, { name: 'x', days: 1 })).status).toBe(403)
})

test.each(['a line\nroot  federal-secretary', '\u001b[2J', 'turned \u202e round', ' \u200b '])(
  'given a name that would not be seen as it is, as %j, none is made',
  async (name) => {
    const headers = await page('laura')

    expect((await make(headers, { name, days: 7 })).status).toBe(400)
    expect(await listed(headers)).toEqual([])
  },
)
