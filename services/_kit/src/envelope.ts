/** The signed envelope in which the gateway tells a subgraph who is asking (security.md 3.5). */
import { createHash, createHmac, createSecretKey, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Actor } from './actor.ts'
import type { Asker, ServiceName } from './service.ts'

const WINDOW_IN_MS = 30_000
/** An actor with all that may be open to one at once; Node itself takes 16 KB of headers in all. */
const LONGEST = 12_000

/** Keys of one service, by id; the first signs, all verify, so that two are valid while one is exchanged for the other. */
export type EnvelopeKeys = ReadonlyMap<string, Buffer>

export interface Request {
  service: string
  method: string
  path: string
  body: string
}

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** Whoever asks, as it stands in an envelope: with the request in which, and why. */
const Enclosed = z.object({
  actor: Actor,
  requestId: z.string().min(1).max(100),
  reason: z.string().min(1).max(500).nullable(),
})

/** 32 bytes in base64url. */
const WRITTEN = /^[\w-]{43}$/

/** `id:service:key`, parted by commas: by the name it is seen who is meant. */
export function writeEnvelopeKeys(service: ServiceName, keys: EnvelopeKeys): string {
  return [...keys].map(([id, key]) => [id, service, key.toString('base64url')].join(':')).join(',')
}

/** Throws one sentence: a service takes neither the gateway's own keys, by which it could seal for the others, nor theirs. */
export function readEnvelopeKeys(service: ServiceName, text: string): EnvelopeKeys {
  const keys = new Map<string, Buffer>()
  for (const one of text.split(',')) {
    const [id = '', name, key = '', ...rest] = one.split(':')
    const isOwn = name === service
    if (id === '' || !isOwn || !WRITTEN.test(key) || rest.length > 0) {
      throw new Error(
        `ENVELOPE_KEYS must be those of ${service} alone (id:${service}:key), and not the gateway’s or another’s: \`npm run --silent envelope -- ${service}\` prints them where the gateway’s are known.`,
      )
    }
    keys.set(id, Buffer.from(key, 'base64url'))
  }
  return keys
}

/** The headers that vouch for an asker in one request to one service. */
export function sealEnvelope(keys: EnvelopeKeys, request: Request, asker: Asker, now: number): Record<string, string> {
  const [first] = keys
  if (!first) throw new Error('No envelope key is configured.')
  const [kid, key] = first
  const encoded = Buffer.from(JSON.stringify(asker)).toString('base64url')
  const [ts, nonce] = [String(now), randomUUID()]
  const sig = signature(key, request, ts, nonce, encoded).toString('base64url')
  return { 'x-gw-kid': kid, 'x-gw-ts': ts, 'x-gw-nonce': nonce, 'x-gw-actor': encoded, 'x-gw-sig': sig }
}

/** An envelope that holds. Whether it is the first of its number is for the service to ask, which has other processes (openedOnce). */
export interface OpenedEnvelope {
  asker: Asker
  number: string
}

/** Opens envelopes for one service. Gives null for any fault, without saying which. */
export function envelopeOpener(
  keys: EnvelopeKeys,
): (request: Request, headers: Headers, now: number) => OpenedEnvelope | null {
  return (request, headers, now) => {
    const [kid, ts, nonce, encoded, sig] = ['kid', 'ts', 'nonce', 'actor', 'sig'].map((name) => headers[`x-gw-${name}`])
    if (![kid, ts, nonce, encoded, sig].every(isText)) return null
    const key = keys.get(String(kid))
    if (!key || !(Math.abs(now - Number(ts)) <= WINDOW_IN_MS)) return null
    const expected = signature(key, request, String(ts), String(nonce), String(encoded))
    const given = Buffer.from(String(sig), 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
    const asker = askerIn(String(encoded))
    return asker && { asker, number: String(nonce) }
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length < LONGEST
}

function signature(
  key: Buffer,
  { service, method, path, body }: Request,
  ts: string,
  nonce: string,
  actor: string,
): Buffer {
  const digest = createHash('sha256').update(body).digest('hex')
  const secret = createSecretKey(key)
  return createHmac('sha256', secret).update([ts, nonce, service, method, path, digest, actor].join('.')).digest()
}

function askerIn(encoded: string): Asker | null {
  try {
    const { success, data } = Enclosed.safeParse(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')))
    return success ? Object.freeze(data) : null
  } catch {
    return null
  }
}
