/** What was given on the word of one issuer, when another is named: a trial account opens nothing in a registry of real children. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { Issuer } from './issuer.ts'
import { PersonalTokens } from './personal-tokens.ts'
import { SessionStore } from './session-store.ts'
import { type IssuerSettings, TRIAL_ISSUER, USUAL_TERMS } from './settings.ts'

const NAMED = 'https://id.example.mx'
const NOW = new Date()
const WHO = { actor: { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub: 'cndh' }, name: 'CNDH' }

let database: ScratchDatabase
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(urlOfRole(database.url, 'vigia_sessions'), 2)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function signIn(issuer: string) {
  const id = randomBytes(32).toString('base64url')
  const sessions = new SessionStore(pool, issuer, USUAL_TERMS)
  await sessions.begin(id, WHO, { now: NOW, former: null })
  const caller = await sessions.use(id, NOW.getTime(), 0)
  if (!caller) throw new Error('The session that was begun does not hold.')
  return { id, caller }
}

test('given another issuer is named, no session and no token holds, nor does one come back by a sign-in of that name', async () => {
  const { id, caller } = await signIn(TRIAL_ISSUER)
  const token = await new PersonalTokens(pool, TRIAL_ISSUER).make(caller, { name: 'before', days: 90 }, NOW)
  expect(await new PersonalTokens(pool, TRIAL_ISSUER).use(token, NOW.getTime())).toMatchObject({ by: 'personal-token' })
  const [sessions, tokens] = [new SessionStore(pool, NAMED, USUAL_TERMS), new PersonalTokens(pool, NAMED)]

  expect(await sessions.use(id, NOW.getTime(), NOW.getTime())).toBeNull()
  expect([...(await sessions.holding(new Map([[caller.key, NOW.getTime()]]), NOW.getTime()))]).toEqual([])
  expect(await tokens.use(token, NOW.getTime())).toBeNull()

  await signIn(NAMED)
  expect(await tokens.list('cndh', NOW)).toEqual([])
  expect(await tokens.use(token, NOW.getTime())).toBeNull()
  expect(await new PersonalTokens(pool, TRIAL_ISSUER).use(token, NOW.getTime())).toBeNull()
})

/** Tells where it is and, where it has one, the place to end its session. */
async function anIssuer(endsSessions: boolean, asSet = '') {
  const server = createServer((_request, response) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const ending = endsSessions ? { end_session_endpoint: `${issuer}/out` } : {}
    const known = { issuer, authorization_endpoint: `${issuer}/in`, token_endpoint: `${issuer}/token`, ...ending }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(known))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const settings = { issuer: url, iss: url.origin + asSet, clientId: 'vigia', clientSecret: 'secret' } as IssuerSettings
  return {
    issuer: new Issuer(settings, { address: new URL('https://vigia.example.mx'), pool }),
    stop: () => server.close(),
  }
}

test('given an issuer keeps a session of its own, who signs out is sent there and back, with no token', async () => {
  const { issuer, stop } = await anIssuer(true)
  const at = await issuer.wayOut()
  stop()

  expect(at?.pathname).toBe('/out')
  expect(Object.fromEntries(at?.searchParams ?? [])).toEqual({
    client_id: 'vigia',
    post_logout_redirect_uri: 'https://vigia.example.mx/entrar',
  })
})

test('given it keeps none, or cannot be asked, there is nowhere to go', async () => {
  const { issuer, stop } = await anIssuer(false)
  expect(await issuer.wayOut()).toBeNull()
  stop()
  const gone = await anIssuer(true)
  gone.stop()

  expect(await gone.issuer.wayOut()).toBeNull()
})

test('given it is set with a stroke that its tokens have not, the log says how it has to be written', async () => {
  const said = vi.spyOn(log, 'warn').mockReturnValue()
  const [wrong, right] = [await anIssuer(true, '/'), await anIssuer(true)]

  const ends = [await wrong.issuer.wayOut(), await right.issuer.wayOut()]

  for (const { stop } of [wrong, right]) stop()
  const told = JSON.stringify(said.mock.calls)
  said.mockRestore()
  expect(told.match(/OIDC_ISSUER has to be [^,]+/g)).toEqual([`OIDC_ISSUER has to be ${ends[0]?.origin}`])
})
