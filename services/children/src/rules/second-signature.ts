/**
 * Who signs for an emergency of another, and how it stands until then (security.md 3.7).
 *
 * Policy  A second person of the same office, or of the office that _law/opened-records.ts puts above it. An account that nobody
 *         has signed for in time opens nothing in an emergency until somebody does; a late signature is one all the same.
 */
import type { Role } from '@vigia/law/access-matrix'
import { SIGNED_WITHIN_HOURS, SIGNS_FOR } from '@vigia/law/opened-records'

export interface Somebody {
  readonly subject: string
  readonly role: string
  readonly office: string | null
  readonly states: readonly string[] | null
}

export const STANDINGS_OF_EMERGENCIES = ['OPEN', 'SIGNED', 'UNSIGNED_AFTER_72_HOURS'] as const
export type StandingOfEmergency = (typeof STANDINGS_OF_EMERGENCIES)[number]

export function maySign(signer: Somebody & { role: Role; kind: string }, user: Somebody): boolean {
  if (signer.subject === user.subject || signer.kind !== 'person') return false
  return isOfOneOffice(signer, user) || isAbove(signer, user)
}

function isOfOneOffice(one: Somebody, other: Somebody): boolean {
  return one.role === other.role && one.office === other.office && sorted(one.states) === sorted(other.states)
}

function isAbove({ role, states }: Somebody & { role: Role }, user: Somebody): boolean {
  if (!SIGNS_FOR[role]?.some((below) => below === user.role)) return false
  return states === null || user.states?.every((state) => states.includes(state)) === true
}

function sorted(states: readonly string[] | null): string | null {
  return states === null ? null : [...states].sort().join(' ')
}

export function standingOf({ at, signedAt }: { at: Date; signedAt: Date | null }, now: Date): StandingOfEmergency {
  if (signedAt !== null) return 'SIGNED'
  return now.getTime() - at.getTime() > SIGNED_WITHIN_HOURS * 3_600_000 ? 'UNSIGNED_AFTER_72_HOURS' : 'OPEN'
}
