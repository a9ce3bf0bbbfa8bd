/** What is said to whoever shows a session or a token that is not known, or not any more. */
import type { Refused } from '../request/refused.ts'
import { unknownToken } from './access-tokens.ts'
import { type Credential, unauthenticated } from './credentials.ts'

const NO_TOKEN = 'This token is not known, has ended, or rests until its owner signs in again.'

/** By what he showed. */
export function refusedFor({ kind }: Credential): Refused {
  if (kind === 'session') return unauthenticated('Your session has ended: sign in again.', false)
  return kind === 'personal-token' ? unauthenticated(NO_TOKEN, true) : unknownToken()
}
