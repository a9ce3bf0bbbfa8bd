/**
 * What a person does about an alert, and when that is refused.
 *
 * Policy  Only who oversees the duty acknowledges, assigns and closes: whoever owes it answers, and never dismisses an alert about
 *         itself (security.md 3.2). Whoever sees it comments. Of what is over, or was closed, one can only speak.
 */
import type { Role } from '@vigia/law/access-matrix'
import { acknowledgedUntilAtMost, REASON_CHARACTERS, WORDS_CHARACTERS } from '@vigia/law/alert-acts'
import type { AlertSeverity } from '@vigia/law/alert-kinds'
import { type AlertOffice, dutyHoldersOf, type OfWhat, officeOfRole, overseersOf } from '@vigia/law/alert-offices'
import { faultOfWords } from '@vigia/law/written-words'

export type Deed =
  | { readonly step: 'ACKNOWLEDGED'; readonly words: string; readonly until: Date }
  | { readonly step: 'ASSIGNED'; readonly office: AlertOffice; readonly account: string | null }
  | { readonly step: 'COMMENTED' | 'ANSWERED' | 'CLOSED' | 'ACKNOWLEDGEMENT_ENDED'; readonly words: string }

/** How the alert stands. */
export interface Stands {
  readonly severity: AlertSeverity
  readonly resolvedAt: Date | null
  readonly closedAt: Date | null
  readonly acknowledgedUntil: Date | null
}

export interface Fault {
  readonly code: 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'CONFLICT'
  readonly sentence: string
  /** Of what cannot be done though the alert stands open. */
  readonly isOpen?: true
}

/** What is wrong with what somebody wrote, whatever the alert. */
export function faultOfWish(deed: Deed): Fault | null {
  if (deed.step === 'ASSIGNED') return null
  const isReason = deed.step !== 'COMMENTED' && deed.step !== 'ANSWERED'
  const sentence = faultOfWords(deed.words, isReason ? REASON_CHARACTERS : WORDS_CHARACTERS)
  return sentence === null ? null : { code: 'BAD_USER_INPUT', sentence }
}

/** What is wrong with its being done by somebody of this role, whenever. */
export function faultOfOffice({ step }: Deed, alert: OfWhat, role: Role): Fault | null {
  if (step === 'COMMENTED') return null
  const office = officeOfRole(role)
  const offices = step === 'ANSWERED' ? dutyHoldersOf(alert) : overseersOf(alert)
  if (office !== null && offices.includes(office)) return null
  const sentence =
    step === 'ANSWERED'
      ? 'The authority that owes the duty answers, and nobody else.'
      : 'Who oversees this duty does that.'
  return { code: 'FORBIDDEN', sentence }
}

/** What is wrong with doing it now, as the alert stands. */
export function faultOfMoment(deed: Deed, stands: Stands, now: Date): Fault | null {
  const { severity, resolvedAt, closedAt, acknowledgedUntil } = stands
  if (deed.step === 'COMMENTED' || deed.step === 'ANSWERED') return null
  if (resolvedAt !== null) return { code: 'CONFLICT', sentence: 'A fact has ended this alert.' }
  if (closedAt !== null) return { code: 'CONFLICT', sentence: 'Somebody has closed this alert.' }
  if (deed.step === 'ACKNOWLEDGEMENT_ENDED' && (acknowledgedUntil === null || acknowledgedUntil <= now))
    return { code: 'CONFLICT', sentence: 'Nobody sees to this alert.', isOpen: true }
  if (deed.step !== 'ACKNOWLEDGED') return null
  const latest = acknowledgedUntilAtMost(severity, now)
  if (deed.until > now && deed.until <= latest) return null
  const sentence = `Say until when you see to it: after now, and not after ${latest.toISOString()}.`
  return { code: 'BAD_USER_INPUT', sentence }
}
