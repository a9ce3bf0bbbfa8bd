/** Signing in whole: each account at the issuer that comes with Vigía, programs by a client that nobody of us wrote, and turning out. */
import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { promisify } from 'node:util'
import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCOUNTS } from '../../gateway/src/sign-in/embedded/accounts.ts'
import { secretsFile, secretsIn } from '../../gateway/src/sign-in/embedded/secrets.ts'
import { signInAt } from '../support/signed-in.ts'
import { ROOT } from '../support/source-files.ts'
import { startWorld, type World } from '../support/world.ts'

const BOARD = '{ nation { code detention { heldNow } } }'
const FOLIOS = '{ children(first: 5) { edges { node { folio } } } }'

let world: World
let config: client.Configuration
beforeAll(async () => {
  world = await startWorld({ mode: 'over-http' })
  config = await discovered('sistema-cndh')
})
afterAll(() => world.stop())

async function discovered(program: string): Promise<client.Configuration> {
  const { programs } = await secretsIn(world.dataFolder, new Date())
  const execute = [client.allowInsecureRequests]
  return client.discovery(new URL(`${world.url}/issuer`), program, programs[program], undefined, { execute })
}

const ask = (headers: Record<string, string>, query = BOARD): Promise<Response> =>
  fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })

test.each(ACCOUNTS.map((account) => [account.sub, account] as const))(
  'given the account %s, the page learns name, role and states, and no token',
  async (sub, { role, states, es }) => {
    const told = await (await fetch(`${world.url}/session`, { headers: await signInAt(world.url, sub) })).json()

    expect(told).toMatchObject({ signedIn: true, name: es, role, states: states ?? null })
    // A key of chance may hold the letters with which a token begins.
    expect(JSON.stringify(told)).not.toMatch(/eyJ[\w-]*[.]|token/)
  },
)

test('given a state secretary, the board answers; given an officer of INM, it refuses', async () => {
  const secretary = await (await ask(await signInAt(world.url, 'secretaria-chiapas'))).json()
  expect(secretary.errors).toBeUndefined()

  const officer = await (await ask(await signInAt(world.url, 'inm-chiapas'))).json()
  expect(officer.errors).toEqual(expect.arrayContaining([expect.objectContaining({ message: expect.any(String) })]))
})

test('given an answer of the issuer that another browser asked for, nobody is let in', async () => {
  const start = await fetch(`${world.url}/session/start`, { redirect: 'manual' })
  const cookie = /__Host-vigia-sign-in=[^;]+/.exec(start.headers.get('set-cookie') ?? '')?.[0] ?? ''
  const { searchParams } = new URL(start.headers.get('location') ?? '')
  const back = (headers: Record<string, string>, state: string) =>
    fetch(`${world.url}/session/callback?code=made-up&state=${state}`, { redirect: 'manual', headers })

  const stranger = await back({}, searchParams.get('state') ?? '')
  expect(stranger.headers.get('location')).toMatch(/^\/entrar\?motivo=no-cookie/)

  const otherState = await back({ cookie }, 'another')
  expect(otherState.headers.get('location')).toMatch(/^\/entrar\?motivo=refused/)

  const again = await back({ cookie }, searchParams.get('state') ?? '')
  expect(again.headers.get('location')).toMatch(/^\/entrar\?motivo=expired/)
  expect(again.headers.get('set-cookie')).not.toMatch(/__Host-vigia=[\w-]{20}/)
})

test.each([
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/.//elsewhere.example',
  '/estado/..//elsewhere.example',
  '/.\\\\elsewhere.example',
  '/estado/../session/end',
  '/session/end',
  'javascript:alert(1)',
])('given the way back %s, it leads to a page of ours', async (to) => {
  const start = await fetch(`${world.url}/session/start?to=${encodeURIComponent(to)}`, { redirect: 'manual' })
  expect(start.status).toBe(303)
  const [row] = await world.database.query<{ return_to: string }>(
    'select return_to from sessions.sign_in order by ends_at desc limit 1',
  )
  expect(row?.return_to).toBe('/')
})

test('given client credentials of openid-client, the graph answers the program by its role', async () => {
  const { access_token: token } = await client.clientCredentialsGrant(config)

  const answer = await ask({ authorization: `Bearer ${token}` })

  expect(await answer.json()).toMatchObject({ data: { nation: { code: '00' } } })
})

test('given a token bound to a key of openid-client, its requests are answered, and as a bearer it is refused', async () => {
  const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair())
  const { access_token: token, token_type: type } = await client.clientCredentialsGrant(config, {}, { DPoP })
  expect(type).toBe('dpop')

  const headers = new Headers({ 'content-type': 'application/json' })
  const body = JSON.stringify({ query: BOARD })
  const url = new URL(`${world.url}/graphql`)
  const answer = await client.fetchProtectedResource(config, token, url, 'POST', body, headers, { DPoP })

  expect(answer.status).toBe(200)
  expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(401)
})

test('given a partner, what its agreement names, no child and no live count', async () => {
  const { access_token: token } = await client.clientCredentialsGrant(await discovered('sistema-aliado'))

  for (const query of [BOARD, FOLIOS]) {
    const text = await (await ask({ authorization: `Bearer ${token}` }, query)).text()
    expect(text).toContain('errors')
    expect(text).not.toMatch(/"folio":"|"heldNow":\d/)
  }
  const agreed = await ask({ authorization: `Bearer ${token}` }, '{ overstays { totalCount } alerts { totalCount } }')
  expect(await agreed.json()).toMatchObject({ data: { overstays: { totalCount: 0 }, alerts: { totalCount: 0 } } })
})

test('given the wrong secret, the issuer gives no token', async () => {
  const wrong = await client.discovery(new URL(`${world.url}/issuer`), 'sistema-cndh', 'guess', undefined, {
    execute: [client.allowInsecureRequests],
  })

  await expect(client.clientCredentialsGrant(wrong)).rejects.toMatchObject({ error: 'invalid_client' })
})

test('given a page of another name that leads here, the trial accounts are closed to it', async () => {
  const answer = await new Promise<number>((resolve, reject) => {
    import('node:http').then(({ get }) => {
      const { hostname, port } = new URL(world.url)
      get({ hostname, port, path: '/issuer/accounts', headers: { host: 'rebound.example' } }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      }).on('error', reject)
    }, reject)
  })

  expect(answer).toBe(403)
})

test.runIf(process.platform !== 'win32')('keys and secrets may be read by their owner alone', () => {
  expect(statSync(secretsFile(world.dataFolder)).mode & 0o777).toBe(0o600)
  expect(statSync(`${world.dataFolder}/sign-in`).mode & 0o777).toBe(0o700)
})

test('given an administrator who turns somebody out by the command, he is refused within two seconds', async () => {
  const headers = await signInAt(world.url, 'ppnna-tabasco')
  expect((await ask(headers)).status).toBe(200)
  const env = { ...process.env, DATABASE_URL: world.database.url }
  const sessions = (...args: string[]) =>
    promisify(execFile)('node', ['gateway/src/commands/sessions-command.ts', ...args], { cwd: ROOT, env })
  expect((await sessions('list')).stdout).toMatch(/^ppnna-tabasco {2}ppnna-officer {2}\["27"\] {2}session/m)
  await world.database.query(
    `update sessions.session set seen_at = now() - interval '32 minutes' where sub = 'dif-tabasco'`,
  )
  expect((await sessions('list')).stdout).not.toContain('dif-tabasco')
  // One that was made when names were not looked at.
  await world.database.query(`insert into sessions.personal_token (id, token_hash, sub, epoch, actor, name, created_at, ends_at)
    select gen_random_uuid(), sha256('x'), sub, epoch, actor, E'x\\nroot  nobody \\x1b[8m', now(), now() + interval '1 day'
    from sessions.subject where sub = 'ppnna-tabasco'`)
  expect((await sessions('list')).stdout).toMatch(/^ppnna-tabasco .* token x root {2}nobody {2}\[8m {2}since/m)

  await sessions('revoke', 'ppnna-tabasco')

  await expect.poll(async () => (await ask(headers)).status, { timeout: 2_000 }).toBe(401)
  expect((await sessions('list')).stdout).not.toContain('ppnna-tabasco')
})

test('given a slip of the pen in whom to turn out, a program too, the command says that there is none', async () => {
  const { access_token: token } = await client.clientCredentialsGrant(await discovered('sistema-aliado'))
  const question = JSON.stringify({ query: '{ webhookEndpoints { totalCount } }' })
  const sent = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  await fetch(`${world.url}/graphql`, { method: 'POST', headers: sent, body: question })
  const env = { ...process.env, DATABASE_URL: world.database.url }
  const saidOf = async (sub: string) => {
    const { stdout } = await promisify(execFile)('node', ['gateway/src/commands/sessions-command.ts', 'revoke', sub], {
      cwd: ROOT,
      env,
    })
    return stdout.trim()
  }

  expect(await saidOf('client:sistema-aliado')).toBe('All that client:sistema-aliado holds has ended.')
  for (const _time of ['once', 'again']) {
    expect(await saidOf('client:sistema-aliad')).toContain('no program of that name has asked')
    expect(await saidOf('secretaria-chiapa')).toContain('Nobody of that name has ever signed in')
  }
})

test('health, files and the way in need no sign-in; the graph and its stream do', async () => {
  const statuses = async (path: string, init?: RequestInit) => (await fetch(world.url + path, init)).status
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: BOARD }),
  }

  expect(await statuses('/health/live')).toBe(200)
  expect(await statuses('/entrar')).toBe(200)
  expect(await statuses('/session')).toBe(200)
  expect(await statuses('/graphql', post)).toBe(401)
  expect(await statuses('/graphql/stream', post)).toBe(401)
  expect(await statuses('/session/tokens', { headers: { 'x-vigia': 'test' } })).toBe(401)
})
