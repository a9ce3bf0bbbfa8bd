/** A request that the gateway turns away before anything is executed. */
import type { OutOfTerm } from '@vigia/law/agreements'

/** Codes that only the gateway itself gives. */
export type RefusedCode =
  | OutOfTerm
  | 'APPROVAL_REQUIRED'
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'BATCHING_DISABLED'
  | 'CONFLICT'
  | 'CREDENTIALS_TWICE'
  | 'CSRF'
  | 'CURSOR_EXPIRED'
  | 'CURSOR_INVALID'
  | 'DOCUMENT_NOT_TRUSTED'
  | 'EXPORT_INCOMPLETE'
  | 'FORBIDDEN'
  | 'FOREIGN_ORIGIN'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'INTERNAL'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_ACCEPTABLE'
  | 'NOT_FOUND'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'PAYLOAD_TOO_LARGE'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'SIGN_IN_UNAVAILABLE'
  | 'STREAM_UNAVAILABLE'
  | 'TOO_MANY_AT_ONCE'
  | 'TOO_MANY_STREAMS'
  | 'UNAUTHENTICATED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'USE_STREAM'

export interface Fault {
  message: string
  path?: readonly (string | number)[]
  locations?: readonly { line: number; column: number }[]
}

/** What goes with a refusal beside its words. */
export interface Besides {
  headers?: Readonly<Record<string, string>>
  extensions?: Readonly<Record<string, unknown>>
}

/** The sentences say what to do and repeat nothing that came from elsewhere. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  readonly code: RefusedCode
  readonly faults: readonly Fault[]
  readonly besides: Besides

  constructor(status: number, code: RefusedCode, faults: string | readonly Fault[], besides: Besides = {}) {
    const list = typeof faults === 'string' ? [{ message: faults }] : faults
    super(list[0]?.message ?? code)
    this.status = status
    this.code = code
    this.faults = list
    this.besides = besides
  }
}
