/** What may leave the gateway: known codes with their own words, and for all else INTERNAL and a number to ask about. */
import type { GraphQLFormattedError } from 'graphql'
import type { Refused } from './refused.ts'

/** Codes of the services whose sentences are written for the asker. They name no child. */
const SPOKEN: ReadonlySet<unknown> = new Set([
  'AGREEMENT_ENDED',
  'AGREEMENT_NOT_BEGUN',
  'BAD_USER_INPUT',
  'CONFLICT',
  'CURSOR_INVALID',
  'FORBIDDEN',
  'IDEMPOTENCY_MISMATCH',
  'INVALID',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'URL_NOT_ALLOWED',
])

const UNAVAILABLE = 'SUBGRAPH_UNAVAILABLE'
/** Of a change that the database could not write: it is there, and certainly nothing of it was kept. */
const NOT_KEPT = 'NOT_KEPT'

export interface Answer {
  data?: unknown
  errors?: readonly GraphQLFormattedError[]
  extensions?: Record<string, unknown>
}

/** One error as it leaves. `log` is told of what was held back. */
export function outward(
  error: GraphQLFormattedError,
  requestId: string,
  log: (error: GraphQLFormattedError) => void,
): GraphQLFormattedError {
  const code = error.extensions?.['code']
  const path = error.path ? { path: error.path } : {}
  if (code === UNAVAILABLE || code === NOT_KEPT) {
    const { service, retryAfter } = error.extensions ?? {}
    const message = code === NOT_KEPT ? `Nothing of it was kept: send it again.` : `${service} is not available.`
    return { message, ...path, extensions: { code, service, retryAfter } }
  }
  if (SPOKEN.has(code)) return { message: error.message, ...path, extensions: { code, ...versionIn(error) } }
  log(error)
  return { message: 'Something went wrong here.', ...path, extensions: { code: 'INTERNAL', requestId } }
}

/** Which version there is now of what somebody else has changed meanwhile. */
function versionIn({ extensions }: GraphQLFormattedError): { version?: number } {
  const version = extensions?.['version']
  return Number.isInteger(version) ? { version: version as number } : {}
}

/** A service that is down fails each of its fetches alike; of each place the asker is told once. */
export function withoutRepeats(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const seen = new Set<string>()
  return errors.filter((error) => {
    const { code, service } = error.extensions ?? {}
    const key = JSON.stringify([code, service, error.message, error.path])
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The answer to a request that was turned away. */
export function refusal({ code, faults, besides }: Refused, requestId: string): Answer {
  return { errors: faults.map((fault) => ({ ...fault, extensions: { ...besides.extensions, code, requestId } })) }
}

/** Every answer of a synthetic registry says so. */
export function marked(answer: Answer, isSynthetic: boolean): Answer {
  if (!isSynthetic) return answer
  return { ...answer, extensions: { ...answer.extensions, synthetic: true } }
}
