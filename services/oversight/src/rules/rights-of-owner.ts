/** Whether whoever gave an endpoint its address may still be told, by what the registry knows of his rights at that moment. */
import type { Scope } from '@vigia/law/access-groups'
import { ceilingOf, isRole } from '@vigia/law/access-matrix'
import { type Agreement, outOfTerm } from '@vigia/law/agreements'
import { DAY_IN_MS } from '@vigia/law/durations'

export interface OwnerRights {
  role: string
  scopes: readonly string[]
  /** Of a partner. */
  agreement?: Agreement | undefined
  /** When the issuer last vouched for them. */
  seenAt: Date
  /** When all that he held was ended, if it was. */
  revokedAt: Date | null
}

type Known = Pick<OwnerRights, 'seenAt' | 'revokedAt'> & { agreement?: Agreement | null | undefined }

/** An owner who has not asked for so long is told no more, until he shows that the issuer still vouches for him. A default of Vigía. */
export const RIGHTS_LAST_DAYS = 90
const NEEDED: readonly Scope[] = ['alert:read', 'webhook:manage']

export type EndOfRights = 'TURNED_OUT' | 'NOT_SEEN_FOR_90_DAYS' | 'AGREEMENT_NOT_BEGUN' | 'AGREEMENT_ENDED' | 'NO_RIGHT'

/** Null while they hold. */
export function endOfRights(
  { role, scopes, agreement, seenAt, revokedAt }: OwnerRights,
  now: Date,
): EndOfRights | null {
  if (revokedAt !== null && revokedAt >= seenAt) return 'TURNED_OUT'
  if (now >= vouchedUntil(seenAt)) return 'NOT_SEEN_FOR_90_DAYS'
  const out = agreement ? outOfTerm(agreement, now.getTime()) : null
  if (out) return out
  const ceiling = isRole(role) ? ceilingOf(role) : new Set<Scope>()
  return NEEDED.every((scope) => scopes.includes(scope) && ceiling.has(scope)) ? null : 'NO_RIGHT'
}

const vouchedUntil = (seenAt: Date) => new Date(seenAt.getTime() + RIGHTS_LAST_DAYS * DAY_IN_MS)

/** Until when he is told, as far as is known now: he may be turned out, and his agreement end, before he has not asked for so long. */
export function rightsUntil({ seenAt, revokedAt, agreement }: Known): Date {
  if (revokedAt !== null && revokedAt >= seenAt) return revokedAt
  return new Date(Math.min(vouchedUntil(seenAt).getTime(), agreement?.until ?? Number.POSITIVE_INFINITY))
}
