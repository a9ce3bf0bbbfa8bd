/** Who asks, by which credential, and for how long that holds. */
import type { Actor } from '@vigia/kit/actor'

export interface Caller {
  actor: Actor
  /** What a page calls the person; of a program its client id. */
  name: string
  by: 'session' | 'personal-token' | 'access-token'
  /** Of the credential; never the credential itself. */
  key: string
  /** Of the subject, when the credential was given. A raised one ends it. Null for a token of the issuer, which is dated instead. */
  epoch: number | null
  givenAt: number
  /** Milliseconds since 1970, like all instants here. */
  endsAt: number
}

/** The subject of a program; no person's begins so. */
export const PROGRAM = 'client:'

/**
 * Two actors with one scope may be given the same bytes: same role, same states, same rights. It holds all that is known of
 * an actor but who it is, so that a right of tomorrow is in it.
 */
export function scopeOf({ sub: _who, ...rights }: Actor): string {
  const sorted = Object.entries(rights).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value])
  return JSON.stringify(sorted.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)))
}
