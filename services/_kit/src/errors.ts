/** Refusals a caller can understand. Everything else is a defect and is masked at the edge. */
import { GraphQLError } from 'graphql'

export type RefusalCode =
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'CURSOR_INVALID'
  | 'URL_NOT_ALLOWED'

/** A caller's mistake. The sentence says what to do and names no child. */
export class Refusal extends GraphQLError {
  override name = 'Refusal'
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string) {
    super(message, { extensions: { code } })
    this.code = code
  }
}
