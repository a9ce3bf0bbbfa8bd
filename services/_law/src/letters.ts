/** How an office is written to of alerts: from which severity on, and at once or once a day (services/WEBHOOKS.md, letters). */
import { type AlertSeverity, rankOf } from './alert-kinds.ts'
import type { CodeList } from './code-list.ts'

export const LETTER_RHYTHMS = {
  AT_ONCE: { es: 'En cuanto ocurre', en: 'At once' },
  DAILY: { es: 'Un resumen al día', en: 'A daily digest' },
} as const satisfies CodeList

export type LetterRhythm = keyof typeof LETTER_RHYTHMS

export interface LetterTerms {
  /** From this severity on. */
  readonly severity: AlertSeverity
  readonly rhythm: LetterRhythm
}

/** Of an office that has chosen nothing. A default of Vigía. */
export const UNCHOSEN_TERMS: LetterTerms = { severity: 'CRITICAL', rhythm: 'AT_ONCE' }

/** When the digest of a day is written, by the clock of Mexico City: before an office opens. A default of Vigía. */
export const DIGEST_HOUR = 7

/**
 * Policy  What is critical and the own duty of an office is written to it at once, whatever it chose: that nobody can say that he did
 *         not get it. No law says how an office is told; a default of Vigía.
 */
export function isWrittenAtOnce(
  { severity, rhythm }: LetterTerms,
  graveness: AlertSeverity,
  isOwnDuty: boolean,
): boolean {
  if (graveness === 'CRITICAL' && isOwnDuty) return true
  return rhythm === 'AT_ONCE' && rankOf(graveness) >= rankOf(severity)
}
