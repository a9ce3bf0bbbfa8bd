/** Signs a test in: by a token in the database it works on, or as a person does at a running program. */
import { randomBytes } from 'node:crypto'
import { urlOfRole } from '@vigia/db/roles'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { PersonalTokens } from '../../gateway/src/sign-in/personal-tokens.ts'
import { SessionStore } from '../../gateway/src/sign-in/session-store.ts'
import { TRIAL_ISSUER, USUAL_TERMS } from '../../gateway/src/sign-in/settings.ts'
import { keptPool } from './kept-pools.ts'

export interface SignedIn {
  /** Of a session in a browser. */
  cookie: string
  /** Headers of a program that asks with a personal token. */
  headers: { authorization: string }
}

/**
 * As whom tests ask unless they say otherwise: a federal secretary who has opened no record. It holds where
 * the program believes that issuer.
 */
export async function signedIn(
  databaseUrl: string,
  actor: Actor = PSEUDONYMOUS_FEDERAL_SECRETARY,
  issuer = TRIAL_ISSUER,
): Promise<SignedIn> {
  const pool = keptPool(urlOfRole(databaseUrl, 'vigia_sessions'))
  const now = new Date()
  const id = randomBytes(32).toString('base64url')
  const sessions = new SessionStore(pool, issuer, USUAL_TERMS)
  await sessions.begin(id, { actor, name: 'A test' }, { now, former: null })
  const caller = await sessions.use(id, now.getTime(), 0)
  if (!caller) throw new Error('The session that was begun does not hold.')
  const token = await new PersonalTokens(pool, issuer).make(caller, { name: 'a test', days: 1 }, now)
  return { cookie: id, headers: { authorization: `Bearer ${token}` } }
}

/** A token each of so many persons with the same rights. */
export async function tokensOfMany(databaseUrl: string, persons: number, issuer = TRIAL_ISSUER): Promise<string[]> {
  const pool = keptPool(urlOfRole(databaseUrl, 'vigia_sessions'))
  const [sessions, tokens] = [new SessionStore(pool, issuer, USUAL_TERMS), new PersonalTokens(pool, issuer)]
  const now = new Date()
  const tokenOf = async (_: unknown, person: number) => {
    const id = randomBytes(32).toString('base64url')
    const actor = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub: `person ${person}` }
    await sessions.begin(id, { actor, name: 'A person' }, { now, former: null })
    const maker = await sessions.use(id, now.getTime(), 0)
    if (!maker) throw new Error('The session that was begun does not hold.')
    return tokens.make(maker, { name: 'a stream', days: 1 }, now)
  }
  return Promise.all(Array.from({ length: persons }, tokenOf))
}

/** The headers of a browser that has signed in at a program with one of the accounts that come with Vigía. */
export async function signInAt(address: string, account = 'secretaria-federal'): Promise<Record<string, string>> {
  const jar = new Map<string, string>()
  let answer = await go(`${address}/session/start?to=/panorama`, jar)
  for (let step = 0; step < 10 && answer.to; step += 1) {
    const request = /[?&]solicitud=([\w-]+)/.exec(answer.to)?.[1]
    if (new URL(answer.to).pathname === '/panorama') break
    answer = request
      ? await go(new URL(`/issuer/interaction/${request}`, answer.to).href, jar, new URLSearchParams({ account }))
      : await go(answer.to, jar)
  }
  const id = jar.get('__Host-vigia')
  if (!id) throw new Error(`${address} let nobody in as ${account}: ${JSON.stringify(answer)}`)
  return { cookie: `__Host-vigia=${id}`, 'x-vigia': 'test' }
}

async function go(url: string, jar: Map<string, string>, body?: URLSearchParams) {
  const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
  const method = body ? 'POST' : 'GET'
  const response = await fetch(url, { method, redirect: 'manual', headers: { cookie }, ...(body && { body }) })
  await response.arrayBuffer()
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
  const location = response.headers.get('location')
  return { status: response.status, to: location === null ? null : new URL(location, url).href }
}
