/** Refusals a caller can understand. Everything else is a defect and is masked at the edge. */
import { GraphQLError } from 'graphql'

export type RefusalCode =
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'CURSOR_INVALID'
  | 'IDEMPOTENCY_MISMATCH'
  | 'URL_NOT_ALLOWED'

/** A caller's mistake. The sentence says what to do and names no child. */
export class Refusal extends GraphQLError {
  override name = 'Refusal'
  readonly code: RefusalCode

  /** `version` of what was to be changed, where somebody else has changed it meanwhile. */
  constructor(code: RefusalCode, message: string, besides: { version?: number } = {}) {
    super(message, { extensions: { code, ...besides } })
    this.code = code
  }
}

/** One that whoever refused has written down already, with what only he knows: of which child, and why it was asked. */
export class ToldRefusal extends Refusal {}
