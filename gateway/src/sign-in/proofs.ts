/** Proofs of possession (DPoP, RFC 9449): made for this request and this token, by the key the token is bound to, used once, at whichever gateway. */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose'
import type { Pool } from 'pg'
import { z } from 'zod'
import { hashOf, unauthenticated, unknowable } from './credentials.ts'

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
  jti: z.string().min(8).max(200),
})

export class Proofs {
  readonly #origins: ReadonlySet<string>
  readonly #pool: Pool
  readonly #now: () => number

  constructor(origins: ReadonlySet<string>, pool: Pool, now: () => number) {
    this.#origins = origins
    this.#pool = pool
    this.#now = now
  }

  /** Throws Refused: 401, whatever is wrong told alike; 503 when nobody can tell whether it was used. */
  async check(request: IncomingMessage, token: string, boundTo: string): Promise<void> {
    const given = request.headers['dpop']
    const id = typeof given === 'string' ? await this.#read(given, request, token, boundTo).catch(() => null) : null
    if (id === null || !(await this.#isFirst(`${boundTo} ${id}`)))
      throw unauthenticated('This token needs a fresh proof of its key.', true)
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
    const isOfToken = ath === createHash('sha256').update(token).digest('base64url')
    const { jwk } = protectedHeader
    const isOfKey = jwk !== undefined && (await calculateJwkThumbprint(jwk)) === boundTo
    return isForThis && isOfToken && isOfKey ? jti : null
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
