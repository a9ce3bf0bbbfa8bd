/**
 * Proofs of possession (DPoP, RFC 9449): made for this request and this token, by the key the token is bound to, used once, at whichever
 * gateway. What is wrong with one is told to whoever has shown that he holds that key, and to nobody else.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { calculateJwkThumbprint, compactVerify, EmbeddedJWK, jwtVerify } from 'jose'
import type { Pool } from 'pg'
import { z } from 'zod'
import { Refused } from '../request/refused.ts'
import { hashOf, unknowable } from './credentials.ts'

const LIFE_IN_S = 60
const TOLERANCE_IN_S = 5
/** Kept as long as one could hold, then taken away by those that come after. */
const USE = `with gone as (
    delete from sessions.proof where id_hash in (
      select id_hash from sessions.proof where ends_at < $3 limit 100 for update skip locked
    )
  )
  insert into sessions.proof (id_hash, ends_at) values ($1, $2) on conflict do nothing`

const Proof = z.looseObject({
  htm: z.string(),
  htu: z.string(),
  ath: z.string(),
  iat: z.number(),
  jti: z.string().min(8).max(200),
})

const NONE = 'This token is bound to a key: send a proof of it in the header "dpop".'
const OF_NO_KEY = 'This token needs a fresh proof of its key.'

/** 401: not the token is at fault, and another would not help (RFC 9449, 7.1). */
const unproven = (sentence: string) =>
  new Refused(401, 'UNAUTHENTICATED', sentence, {
    headers: { 'www-authenticate': 'DPoP realm="vigia", error="invalid_dpop_proof", algs="ES256"' },
  })

const athOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

export class Proofs {
  readonly #origins: ReadonlySet<string>
  readonly #pool: Pool
  readonly #now: () => number

  constructor(origins: ReadonlySet<string>, pool: Pool, now: () => number) {
    this.#origins = origins
    this.#pool = pool
    this.#now = now
  }

  /** Throws Refused: 401, and 503 when nobody can tell whether it was used. */
  async check(request: IncomingMessage, token: string, boundTo: string): Promise<void> {
    const given = request.headers['dpop']
    const id = typeof given === 'string' ? await this.#read(given, request, token, boundTo).catch(() => null) : null
    if (id === null || !(await this.#isFirst(`${boundTo} ${id}`)))
      throw unproven(typeof given === 'string' ? await this.#faultOf(given, request, token, boundTo) : NONE)
  }

  /** The id of a proof that is for this; null for any other. */
  async #read(given: string, request: IncomingMessage, token: string, boundTo: string): Promise<string | null> {
    const { payload, protectedHeader } = await jwtVerify(given, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256'],
      maxTokenAge: LIFE_IN_S,
      clockTolerance: TOLERANCE_IN_S,
      currentDate: new Date(this.#now()),
    })
    const { htm, htu, ath, jti } = Proof.parse(payload)
    const isForThis = htm === request.method && this.#isAddress(htu, request)
    const isOfToken = ath === athOf(token)
    const { jwk } = protectedHeader
    const isOfKey = jwk !== undefined && (await calculateJwkThumbprint(jwk)) === boundTo
    return isForThis && isOfToken && isOfKey ? jti : null
  }

  /** Of a proof that was refused: the first that its maker is to mend. By another key, or not to be read, it is none of this token's. */
  async #faultOf(given: string, request: IncomingMessage, token: string, boundTo: string): Promise<string> {
    const read = await compactVerify(given, EmbeddedJWK, { algorithms: ['ES256'] }).catch(() => null)
    const { jwk, typ } = read?.protectedHeader ?? {}
    if (!read || !jwk || (await calculateJwkThumbprint(jwk)) !== boundTo) return OF_NO_KEY
    if (typ !== 'dpop+jwt') return 'In the header of the proof "typ" is to be "dpop+jwt".'
    const claims = Proof.safeParse(jsonOf(read.payload))
    if (!claims.success)
      return `The proof lacks "${claims.error.issues[0]?.path.join('.')}", or what it says there is not usable.`
    const { htm, htu, ath, iat } = claims.data
    const now = Math.floor(this.#now() / 1_000)
    if (htm !== request.method) return `The proof is for another method: "htm" is to be "${request.method}".`
    if (!this.#isAddress(htu, request))
      return `The proof is for another address: "htu" is to be "${this.#addressOf(request)}".`
    if (ath !== athOf(token))
      return 'The proof is for another token: "ath" is to be the SHA-256 of this one, in base64url.'
    if (Math.abs(now - iat) > LIFE_IN_S)
      return `The proof is of another time: "iat" is to be of the last ${LIFE_IN_S} seconds, and here it is ${now}.`
    return 'This proof was used before, or is not of now: make one for each request, with a "jti" of its own.'
  }

  #addressOf({ url = '' }: IncomingMessage): string {
    const [origin = ''] = this.#origins
    return origin + new URL(url, origin).pathname
  }

  #isAddress(htu: string, { url = '' }: IncomingMessage): boolean {
    if (!URL.canParse(htu)) return false
    const { origin, pathname } = new URL(htu)
    return this.#origins.has(origin) && pathname === new URL(url, origin).pathname
  }

  async #isFirst(id: string): Promise<boolean> {
    const now = this.#now()
    const endsAt = now + (LIFE_IN_S + 2 * TOLERANCE_IN_S) * 1_000
    const { rowCount } = await this.#pool
      .query(USE, [hashOf(id), new Date(endsAt), new Date(now)])
      .catch((error: unknown) => {
        throw unknowable(error)
      })
    return rowCount === 1
  }
}
