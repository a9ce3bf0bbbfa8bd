/** What a request shows to say who asks: the cookie of a browser, or a token of a program. Never both. */
import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { Refused } from '../request/refused.ts'

/** Headers that a page of another origin cannot send without asking first. */
export const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name', 'x-vigia']

export const SESSION_COOKIE = '__Host-vigia'
/** Told apart at a glance, and found by those who search leaked texts for secrets. */
export const PERSONAL_TOKEN = 'vigia_'

export type Credential =
  | { kind: 'none' }
  | { kind: 'session'; id: string }
  | { kind: 'personal-token'; token: string }
  | { kind: 'access-token'; token: string; scheme: 'bearer' | 'dpop' }

const SECRET = /^[A-Za-z0-9_-]{20,200}$/
const LONGEST_TOKEN = 8_000

/** Throws Refused: 400 for what contradicts itself, 401 for what cannot be read. */
export function credentialOf(headers: IncomingHttpHeaders): Credential {
  const id = cookieOf(headers, SESSION_COOKIE)
  const { authorization } = headers
  if (authorization === undefined) {
    if (id === null) return { kind: 'none' }
    if (!isPreflighted(headers)) {
      const sentence = `A request with the cookie needs one of the headers ${PREFLIGHT_HEADERS.join(', ')}.`
      throw new Refused(400, 'CSRF', sentence)
    }
    return { kind: 'session', id }
  }
  if (id !== null) throw new Refused(400, 'CREDENTIALS_TWICE', 'Send the cookie or a token, not both.')
  return tokenIn(authorization)
}

/** Null for what the longer way will refuse. */
export function readable(headers: IncomingHttpHeaders): Exclude<Credential, { kind: 'none' }> | null {
  try {
    const credential = credentialOf(headers)
    return credential.kind === 'none' ? null : credential
  } catch {
    return null
  }
}

/** Whether whoever has it may use it; else it needs a proof too. */
export const mayBear = (credential: Credential | null): boolean =>
  credential?.kind !== 'access-token' || credential.scheme === 'bearer'

/** By which it is remembered; never itself. */
export const keyOf = (credential: Exclude<Credential, { kind: 'none' }>): string =>
  hashOf(credential.kind === 'session' ? credential.id : credential.token).toString('hex')

function tokenIn(authorization: string): Credential {
  const [, scheme = '', token = ''] = /^(bearer|dpop) +([\w.~+/=-]+)$/i.exec(authorization) ?? []
  if (token === '' || token.length > LONGEST_TOKEN) throw unauthenticated('Send the token as "Bearer <token>".', true)
  const isBound = scheme.toLowerCase() === 'dpop'
  if (!token.startsWith(PERSONAL_TOKEN)) return { kind: 'access-token', token, scheme: isBound ? 'dpop' : 'bearer' }
  if (isBound || !SECRET.test(token)) throw unauthenticated('This token is not known.', true)
  return { kind: 'personal-token', token }
}

/** Null when there is none of a form that we give. */
export function cookieOf({ cookie }: IncomingHttpHeaders, name: string): string | null {
  for (const pair of (cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value !== undefined && SECRET.test(value)) return value
  }
  return null
}

export const isPreflighted = (headers: IncomingHttpHeaders): boolean =>
  PREFLIGHT_HEADERS.some((name) => headers[name] !== undefined)

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** 401, with the way to be let in. Of a credential that does not hold it never says why. */
export function unauthenticated(sentence: string, wasShown: boolean): Refused {
  const error = wasShown ? ', error="invalid_token"' : ''
  const headers = { 'www-authenticate': `Bearer realm="vigia"${error}, DPoP realm="vigia", algs="ES256"` }
  return new Refused(401, 'UNAUTHENTICATED', sentence, { headers })
}

/** 503: whoever cannot be looked up is not let in. */
export function unknowable(cause?: unknown): Refused {
  const sentence = 'Who is signed in cannot be looked up now: ask again in a moment.'
  const refused = new Refused(503, 'SIGN_IN_UNAVAILABLE', sentence, { headers: { 'retry-after': '2' } })
  refused.cause = cause
  return refused
}

/** The addresses at which pages of ours are open: nothing is changed on the word of any other. */
export function ownOrigins({ origin, protocol, port, hostname }: URL): ReadonlySet<string> {
  if (!isLoopback(hostname)) return new Set([origin])
  return new Set(['localhost', '127.0.0.1', '[::1]'].map((name) => new URL(`${protocol}//${name}:${port}`).origin))
}

/** As URL writes it: of the many spellings of a number one is left, in IPv6 too. A name may end with the dot of the root. */
export const isLoopback = (hostname: string): boolean =>
  /^(.+\.)?localhost\.?$/.test(hostname) ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname) ||
  /^\[::(1|ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4})\]$/.test(hostname)

/** Throws Refused for a request of another site. */
export function refuseForeign(request: IncomingMessage, own: ReadonlySet<string>): void {
  if (isForeign(request, own)) throw new Refused(403, 'FOREIGN_ORIGIN', 'Another site may not ask in your name.')
}

/** Throws Refused for a stream that a page of another site opens: its browser sends our cookie with it, and for a socket asks nobody before. */
export function refuseForeignStream({ headers }: IncomingMessage, own: ReadonlySet<string>): void {
  const { origin } = headers
  const isAPage = cookieOf(headers, SESSION_COOKIE) !== null
  if (origin === undefined ? isAPage : !own.has(origin))
    throw new Refused(403, 'FOREIGN_ORIGIN', 'Another site may not ask in your name.')
}

/** Whether a request that may change something comes from a page of another origin. */
export function isForeign({ method, headers }: IncomingMessage, own: ReadonlySet<string>): boolean {
  if (method === 'GET' || method === 'HEAD' || headers.origin === undefined) return false
  return !own.has(headers.origin)
}
