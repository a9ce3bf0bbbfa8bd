/**
 * What a person may do about an alert, for how long, and in how many words.
 *
 * Policy  All of it is a default of Vigía. Two weeks is one meeting of a secretariat and the next (domain.md 7.1): who has not seen
 *         to it by then says so again. What is critical is seen to within three days, as what is done in an emergency is signed.
 *         A silence of more than a week would hide a second Monday. Reasons are as long as those of an emergency.
 */
import { type AlertSeverity, rankOf } from './alert-kinds.ts'
import { DAY_IN_MS } from './durations.ts'

/** Until when at most somebody can say that he sees to it, from now on. */
const ACKNOWLEDGED_FOR_DAYS: Readonly<Record<AlertSeverity, number>> = { AMBER: 14, RED: 14, CRITICAL: 3 }

export const REASON_CHARACTERS = 20
/** Of a comment, and of what an authority answers. */
export const WORDS_CHARACTERS = 10

export const SILENCED_FOR_DAYS = 7
/** What is critical is never silent. */
export const SILENCED_UP_TO: AlertSeverity = 'RED'

export function acknowledgedUntilAtMost(severity: AlertSeverity, now: Date): Date {
  return new Date(now.getTime() + ACKNOWLEDGED_FOR_DAYS[severity] * DAY_IN_MS)
}

export function isSilenceable(severity: AlertSeverity): boolean {
  return rankOf(severity) <= rankOf(SILENCED_UP_TO)
}
