/** The doors of personal tokens, as the page asks them, and what may go wrong with what was asked. */
import { asReader, noteEnded } from '../../api/session.ts'

export type Token = { id: string; name: string; createdAt: string; endsAt: string; usedAt: string | null }
export type Fault =
  | 'session.tokens.failed'
  | 'session.tokens.unnamed'
  | 'session.tokens.tooMany'
  | 'session.tokens.unknown'
  | 'status.notKept'

const FAULTS: Readonly<Record<number, Fault>> = {
  400: 'session.tokens.unnamed',
  // Whoever has as many as one may have tries again in vain.
  409: 'session.tokens.tooMany',
  429: 'status.notKept',
}

export function faultIn(answer: Response | null): Fault | null {
  if (answer?.ok) return null
  return (answer && FAULTS[answer.status]) ?? 'session.tokens.failed'
}

/** Null when nobody answers. */
export async function ask(address: string, init: RequestInit = {}): Promise<Response | null> {
  const headers = { ...asReader(), 'content-type': 'application/json' }
  const answer = await fetch(address, { ...init, headers }).catch(() => null)
  if (answer?.status === 401) noteEnded()
  return answer
}
