/** Who is asking. The one place that knows: until sign-in is built, everyone is a federal secretary who sees pseudonyms. */
import type { IncomingMessage } from 'node:http'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'

/** Sign-in will look at the request. Nothing in a plain header is ever believed. */
export function actorOf(_request: IncomingMessage): Actor {
  return PSEUDONYMOUS_FEDERAL_SECRETARY
}

/** Two actors with one scope may be given the same bytes: same role, same states, same rights. */
export function scopeOf({ role, states, scopes }: Actor): string {
  const sorted = [...scopes].sort().join(' ')
  return `${role}|${states ? [...states].sort().join(' ') : 'nation'}|${sorted}`
}
