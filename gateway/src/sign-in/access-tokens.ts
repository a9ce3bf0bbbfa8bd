/** Access tokens of programs: signed by the issuer for this registry, of one algorithm and form, for five minutes. */
import type { IncomingMessage } from 'node:http'
import { log } from '@vigia/kit/log'
import { ACCESS_TOKEN_IN_S } from '@vigia/law/terms-of-partners'
import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { Refused } from '../request/refused.ts'
import { claimAtFault, programOf } from './actor-of-claims.ts'
import type { Caller } from './caller.ts'
import { hashOf, unauthenticated } from './credentials.ts'
import { areKeysAway, claimIn } from './issuer-away.ts'
import type { Proofs } from './proofs.ts'

export interface AccessTokenOptions {
  issuer: string
  audience: string
  /** Of the dashboard itself: what was given to it never comes back as a bearer. */
  ownClientId: string
  keys: JWTVerifyGetKey
  proofs: Proofs
  now: () => number
}

const TOLERANCE_IN_S = 5

const Claims = z.looseObject({
  iat: z.number(),
  exp: z.number(),
  sub: z.string(),
  client_id: z.string().min(1).max(150),
  scope: z.string().optional(),
  cnf: z.object({ jkt: z.string().min(1) }).optional(),
})

export interface Verified {
  caller: Caller
  /** Of the key whose proof must come with each use; null for one that whoever has it may use. */
  boundTo: string | null
}

export class AccessTokens {
  readonly #options: AccessTokenOptions

  constructor(options: AccessTokenOptions) {
    this.#options = options
  }

  /** Throws Refused: 401 for any fault of the token, 503 when the issuer's keys cannot be had. */
  async verify(token: string): Promise<Verified> {
    const { issuer, audience, ownClientId, keys, now } = this.#options
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['ES256'],
      typ: 'at+jwt',
      clockTolerance: TOLERANCE_IN_S,
      maxTokenAge: ACCESS_TOKEN_IN_S,
      requiredClaims: ['exp', 'iat', 'sub', 'client_id'],
      currentDate: new Date(now()),
    }).catch((error: unknown) => {
      throw refusalOf(error)
    })
    const claims = Claims.safeParse(payload)
    const known = claims.success && claims.data.client_id !== ownClientId ? programOf(claims.data) : null
    if (!claims.success || !known) {
      tellClaim(claimAtFault(payload))
      throw unknownToken()
    }
    const { iat, exp, cnf } = claims.data
    const endsAt = (Math.min(exp, iat + ACCESS_TOKEN_IN_S) + TOLERANCE_IN_S) * 1_000
    const key = hashOf(token).toString('hex')
    const caller = { ...known, by: 'access-token' as const, key, epoch: null, givenAt: iat * 1_000, endsAt }
    return { caller, boundTo: cnf?.jkt ?? null }
  }

  /** A bound token counts only with a proof of its key, and only under its own scheme. */
  async checkBinding(request: IncomingMessage, token: string, scheme: string, boundTo: string | null): Promise<void> {
    if ((boundTo === null) !== (scheme === 'bearer')) throw otherScheme(boundTo !== null)
    if (boundTo !== null) await this.#options.proofs.check(request, token, boundTo)
  }
}

/** What only somebody shows who made or changed it himself: what has run out, or was meant for another, says nothing of that. */
const TRIED: ReadonlyMap<string, 'forged' | 'unknown-key'> = new Map([
  [errors.JOSEAlgNotAllowed.code, 'forged'],
  [errors.JWSSignatureVerificationFailed.code, 'forged'],
  // By a key that was changed since, or that the issuer never had: which of the two, nobody can tell.
  [errors.JWKSNoMatchingKey.code, 'unknown-key'],
] as const)

/** What was tried with a token that the issuer never signed so, or with a key that is none of its own (security.md 10, row 19); null where nothing was. */
export const triedBy = ({ cause }: Refused) => (cause instanceof errors.JOSEError && TRIED.get(cause.code)) || null

/** It holds: asking for another would not help. That it is bound stands in the token itself. */
const otherScheme = (isBound: boolean) => {
  const bound = 'This token is bound to a key: send it as "DPoP <token>", with a proof in the header "dpop".'
  return unauthenticated(isBound ? bound : 'This token is bound to no key: send it as "Bearer <token>".', true)
}

export const unknownToken = () => unauthenticated('This token does not hold: ask the issuer for another.', true)

/** For whoever set the issuer up: its name alone. */
const tellClaim = (claim: string) => log.info({ claim }, 'a token that the issuer gave does not hold here')

function refusalOf(error: unknown): unknown {
  if (error instanceof Refused) return error
  if (areKeysAway(error)) {
    const sentence = 'The issuer of this token cannot be asked for its keys now.'
    return new Refused(503, 'SIGN_IN_UNAVAILABLE', sentence, { headers: { 'retry-after': '5' } })
  }
  const claim = claimIn(error)
  if (claim !== null) tellClaim(claim)
  const refused = unknownToken()
  refused.cause = error
  return refused
}
