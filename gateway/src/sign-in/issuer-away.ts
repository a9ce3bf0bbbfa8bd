/** What an issuer said where nobody was let in; and whether it did not answer, or cannot now: nobody has been refused then. */
import { errors } from 'jose'
import * as oidc from 'openid-client'
import { Refused } from '../request/refused.ts'

/** OAuth 2.0, 4.1.2.1: what it sends the browser back with. */
const CANNOT_NOW: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable'])
/** None, or one that OAuth has no word for: the page of a proxy before it, a redirect, one that breaks off. */
const NO_ANSWER: ReadonlySet<string | undefined> = new Set([
  ...['OAUTH_TIMEOUT', 'OAUTH_ABORT'],
  ...['OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'],
])
const TOO_MANY = 429

/** Words of OAuth 2.0 (4.1.2.1, 5.2) and OpenID Connect (3.1.2.6), and of nobody else: they go into the log. */
const WORDS: ReadonlySet<string> = new Set([
  ...CANNOT_NOW,
  ...[
    'access_denied',
    'consent_required',
    'interaction_required',
    'invalid_client',
    'invalid_grant',
    'invalid_request',
  ],
  ...['invalid_scope', 'login_required', 'unauthorized_client', 'unsupported_grant_type', 'unsupported_response_type'],
])

/** Null where it said nothing that can be told. */
export function saidBy(error: unknown): string | null {
  const isAnswer = error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError
  return isAnswer && WORDS.has(error.error) ? error.error : null
}

const CLAIMS: ReadonlySet<unknown> = new Set(['aud', 'auth_time', 'azp', 'exp', 'iat', 'iss', 'nbf', 'nonce'])

/** Which claim of a token did not fit, where it was refused for one; null else. */
export function claimIn(error: unknown): string | null {
  const fault = error instanceof oidc.ClientError && error.cause instanceof Error ? error.cause.cause : error
  const { claim } = Object(fault) as { claim?: unknown }
  return CLAIMS.has(claim) ? String(claim) : null
}

/** Of a sign-in. */
export function isAway(error: unknown): boolean {
  if (error instanceof oidc.AuthorizationResponseError) return CANNOT_NOW.has(error.error)
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500 || error.status === TOO_MANY
  if (error instanceof oidc.ClientError) return NO_ANSWER.has(error.code)
  return areKeysAway(error)
}

/** Of its keys. A jwks address that answers with something else is told as a plain JOSEError. */
export function areKeysAway(error: unknown): boolean {
  if (error instanceof Refused) return error.status === 503
  if (!(error instanceof errors.JOSEError)) return true
  return error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC'
}
