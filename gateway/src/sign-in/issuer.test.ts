/** A person who comes back from an issuer that turned its keys, is away, or says no: let in, told why not, and led where he wanted to go. */
import { log } from '@vigia/kit/log'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'

let world: SignedWorld
let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  world = await startSignedWorld(database, { signInRate: 1e6 })
})
afterAll(() => world.stop())

interface UnderWay {
  cookie: string
  state: string
  nonce: string
}

async function begun(to = '/estado/07'): Promise<UnderWay> {
  const start = await fetch(`${world.url}/session/start?to=${to}`, { redirect: 'manual' })
  const asked = new URL(start.headers.get('location') ?? '').searchParams
  const cookie = /__Host-vigia-sign-in=[^;]+/.exec(start.headers.get('set-cookie') ?? '')?.[0] ?? ''
  return { cookie, state: asked.get('state') ?? '', nonce: asked.get('nonce') ?? '' }
}

/** Where the browser is sent that comes back with a code, or with these words of the issuer. */
async function back({ cookie, state, nonce }: UnderWay, words?: string): Promise<string | null> {
  const query = `${words ?? `code=${nonce}`}&state=${state}`
  const answer = await fetch(`${world.url}/session/callback?${query}`, { redirect: 'manual', headers: { cookie } })
  return answer.headers.get('location')
}

test('given the issuer has turned its key since the last one came in, the next is let in after one look', async () => {
  expect(await back(await begun())).toBe('/estado/07')
  await new Promise((resolve) => setTimeout(resolve, 450)) // The pause between two looks is what this is about.
  const before = world.issuer.looks()

  await world.issuer.rotate()

  expect(await back(await begun())).toBe('/estado/07')
  expect(world.issuer.looks()).toBe(before + 1)
})

test.each([
  ['hangs up', 'by nothing', 'unavailable'],
  ['says that it cannot now', 'not now', 'unavailable'],
  ['says that too many ask', 'too many', 'unavailable'],
  ['has a page of maintenance before it', 'a page', 'unavailable'],
  ['does not know the code', 'no', 'refused'],
  ['gives a token that it did not sign', 'forged', 'refused'],
] as const)(
  'given the issuer %s when it is asked who came, the page says so and leads where he wanted to go',
  async (_what, how, why) => {
    const underWay = await begun()

    world.issuer.answers(how)
    const to = await back(underWay)
    world.issuer.answers('well')

    expect(to).toBe(`/entrar?motivo=${why}&a=%2Festado%2F07`)
  },
)

test.each([
  ['temporarily_unavailable', 'unavailable'],
  ['server_error', 'unavailable'],
  ['access_denied', 'refused'],
])('given it sends the browser back with %s, that is %s', async (error, why) => {
  expect(await back(await begun(), `error=${error}`)).toBe(`/entrar?motivo=${why}&a=%2Festado%2F07`)
})

/** Comes back with what the issuer says of him this once. */
async function backAs(claims: Parameters<typeof world.issuer.answers>[1]): Promise<string | null> {
  const underWay = await begun()
  world.issuer.answers('well', claims)
  const to = await back(underWay)
  world.issuer.answers('well')
  return to
}

test('given a role that the issuer has taken back, who comes with it no more has ended: his other pages and his keys', async () => {
  const [{ headers, sub }, other] = [await world.browser(), await world.browser()]
  const made = { method: 'POST', body: JSON.stringify({ name: 'a program', days: 30 }) }
  const json = { 'content-type': 'application/json' }
  const answer = await fetch(`${world.url}/session/tokens`, { ...made, headers: { ...headers, ...json } })
  const key = { authorization: `Bearer ${(await answer.json()).token}` }
  for (const held of [headers, key]) expect((await world.ask(held)).status).toBe(200)

  expect(await backAs({ sub, vigia_role: undefined })).toBe('/entrar?motivo=no-role&a=%2Festado%2F07')

  for (const held of [headers, key]) await expect.poll(async () => (await world.ask(held)).status).toBe(401)
  expect((await world.ask(other.headers)).status).toBe(200)
})

test('given the database does not answer when somebody begins or comes back, his browser is led to the page, which says so', async () => {
  const underWay = await begun()
  await database.query('alter schema sessions rename to away')

  const [start, to] = [await fetch(`${world.url}/session/start`, { redirect: 'manual' }), await back(underWay)]

  await database.query('alter schema away rename to sessions')
  expect([start.headers.get('location'), to]).toEqual(Array(2).fill('/entrar?motivo=unknown&a=%2F'))
  expect(await back(underWay)).toBe('/estado/07')
})

test.each([
  ['no role', { vigia_role: undefined }, 'no-role', 'vigia_role'],
  ['a state that is none', { vigia_role: 'dif-officer', vigia_states: ['MX-CHP'] }, 'no-role', 'vigia_states'],
  ['a clock of two minutes ago', { exp: Math.floor(Date.now() / 1_000) - 60 }, 'refused', 'exp'],
  ['another audience', { aud: 'another client' }, 'refused', 'aud'],
])('given a token with %s, the log names the claim', async (_what, claims, why, claim) => {
  const said = vi.spyOn(log, 'warn').mockReturnValue()

  const to = await backAs({ sub: 'somebody', name: 'Somebody', ...claims })

  const [told] = said.mock.calls.map(([entry]) => entry)
  said.mockRestore()
  expect(to).toBe(`/entrar?motivo=${why}&a=%2Festado%2F07`)
  expect(told).toMatchObject({ why, claim })
})
