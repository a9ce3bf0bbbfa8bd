/** Sends a person to the issuer and takes the answer: authorization code with PKCE, state and nonce, once and within ten minutes. */
import { compactVerify, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose'
import * as oidc from 'openid-client'
import type { Pool } from 'pg'
import { Refused } from '../request/refused.ts'
import { warn } from '../warn.ts'
import { claimAtFault, type Known, personOf } from './actor-of-claims.ts'
import { hashOf, isLoopback } from './credentials.ts'
import { claimIn, isAway } from './issuer-away.ts'
import type { IssuerSettings } from './settings.ts'

const SIGN_IN_MS = 600_000
const PATIENCE_IN_S = 5
const KEYS_KEPT_MS = 600_000
/** Between two looks for keys that nobody knows, however many ask with them. */
export const BETWEEN_LOOKS_MS = 10_000

/** Why a person who came back is not let in; the page has words for each. */
export type WhyNot = 'expired' | 'no-cookie' | 'refused' | 'no-role' | 'unavailable' | 'unknown'

export class NotLetIn extends Error {
  override name = 'NotLetIn'
  readonly why: WhyNot
  /** Where he wanted to go, as far as that is known. */
  returnTo = '/'
  /** Whom the issuer has named as one without rights here. */
  sub: string | null = null
  /** Of its token, the claim for which he is not let in. */
  claim: string | null = null

  constructor(why: WhyNot, cause?: unknown) {
    super(`Nobody was let in: ${why}`, { cause })
    this.why = why
  }
}

const REMEMBER = `with gone as (delete from sessions.sign_in where ends_at < $7)
  insert into sessions.sign_in (id_hash, state, nonce, verifier, return_to, ends_at) values ($1, $2, $3, $4, $5, $6)`
const TAKE = `delete from sessions.sign_in where id_hash = $1
  returning state, nonce, verifier, return_to as "returnTo", ends_at as "endsAt"`

interface UnderWay {
  state: string
  nonce: string
  verifier: string
  returnTo: string
  endsAt: Date
}

interface IssuerParts {
  address: URL
  pool: Pool
  betweenLooksMs?: number
}

export class Issuer {
  readonly #settings: IssuerSettings
  readonly #callback: string
  readonly #afterwards: string
  readonly #pool: Pool
  /** By which tokens are verified, of persons and programs alike; asked for when the first is seen. */
  readonly keys: JWTVerifyGetKey
  #asked: Promise<oidc.Configuration> | null = null

  constructor(settings: IssuerSettings, { address, pool, betweenLooksMs = BETWEEN_LOOKS_MS }: IssuerParts) {
    this.#settings = settings
    this.keys = this.#keys(betweenLooksMs)
    this.#callback = new URL('/session/callback', address).href
    this.#afterwards = new URL('/entrar', address).href
    this.#pool = pool
  }

  /** Where to send the person. `id` is random and comes back in a cookie. */
  async begin(id: string, returnTo: string, now: Date): Promise<URL> {
    const config = await this.#configuration()
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
    const endsAt = new Date(now.getTime() + SIGN_IN_MS)
    await this.#pool.query(REMEMBER, [hashOf(id), state, nonce, verifier, returnTo, endsAt, now])
    return oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.#callback,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      prompt: 'login', // Whoever signed out is asked again who he is.
    })
  }

  /** Who came back, and where he wanted to go. Throws NotLetIn. */
  async finish(id: string | null, query: string, now: Date): Promise<Known & { returnTo: string }> {
    // Late, or begun in a browser that keeps no Secure cookie of plain http, as WebKit does not of localhost.
    if (id === null) throw new NotLetIn('no-cookie')
    const { rows } = await this.#pool.query<UnderWay>(TAKE, [hashOf(id)])
    const [underWay] = rows
    if (!underWay || underWay.endsAt <= now) throw new NotLetIn('expired')
    const { returnTo } = underWay
    const known = await this.#known(underWay, query).catch((error: unknown) => {
      throw error instanceof NotLetIn ? Object.assign(error, { returnTo }) : error
    })
    return { ...known, returnTo }
  }

  async #known({ verifier, state, nonce }: UnderWay, query: string): Promise<Known> {
    const config = await this.#configuration()
    const answer = new URL(this.#callback)
    answer.search = query
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
    const tokens = await oidc.authorizationCodeGrant(config, answer, checks).catch(notLetIn)
    // The client's own look for keys waits a minute between two: whoever came then would be told that he is nobody.
    await compactVerify(tokens.id_token ?? '', this.keys).catch(notLetIn)
    const claims = tokens.claims()
    const known = personOf(claims)
    if (!known) throw Object.assign(new NotLetIn('no-role'), { sub: claims?.sub ?? null, claim: claimAtFault(claims) })
    return known
  }

  /**
   * Where a person ends his session at the issuer, too (OpenID Connect RP-Initiated Logout 1.0). Null where the issuer has no such
   * place or cannot be asked: the session here has ended all the same. No token goes there: the issuer knows its own cookie.
   */
  async wayOut(): Promise<URL | null> {
    const config = await this.#configuration().catch(() => null)
    if (!config?.serverMetadata().end_session_endpoint) return null
    return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: this.#afterwards })
  }

  #keys(betweenLooksMs: number): JWTVerifyGetKey {
    let asked: Promise<JWTVerifyGetKey> | null = null
    const ask = async (): Promise<JWTVerifyGetKey> => {
      const { jwks_uri: address } = (await this.#configuration()).serverMetadata()
      if (!address) throw new Error('The issuer tells no address of its keys.')
      return createRemoteJWKSet(new URL(address), {
        cooldownDuration: betweenLooksMs,
        cacheMaxAge: KEYS_KEPT_MS,
        timeoutDuration: PATIENCE_IN_S * 1_000,
      })
    }
    return async (header, token) => {
      asked ??= ask().catch((error: unknown) => {
        asked = null
        throw error instanceof NotLetIn ? unavailable(error) : error
      })
      return (await asked)(header, token)
    }
  }

  /** Asked for when the first person signs in; a failure is not remembered. */
  #configuration(): Promise<oidc.Configuration> {
    this.#asked ??= this.#discover().catch((error: unknown) => {
      this.#asked = null
      throw new NotLetIn('unavailable', error)
    })
    return this.#asked
  }

  async #discover(): Promise<oidc.Configuration> {
    const { issuer, iss, clientId, clientSecret } = this.#settings
    const execute = isLoopback(issuer.hostname) ? [oidc.allowInsecureRequests] : []
    const config = await oidc.discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: PATIENCE_IN_S })
    const { issuer: own } = config.serverMetadata()
    // A stroke at the end is nothing to an address, and something to a token.
    if (own !== iss)
      warn(`OIDC_ISSUER has to be ${own}, as its tokens have it: until then those of programs are refused.`)
    return config
  }
}

function notLetIn(error: unknown): never {
  throw Object.assign(new NotLetIn(isAway(error) ? 'unavailable' : 'refused', error), { claim: claimIn(error) })
}

const unavailable = (cause: unknown): Refused => {
  const sentence = 'The issuer cannot be asked now: ask again in a moment.'
  const refused = new Refused(503, 'SIGN_IN_UNAVAILABLE', sentence, { headers: { 'retry-after': '5' } })
  refused.cause = cause
  return refused
}
