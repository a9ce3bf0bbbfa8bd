/**
 * How long the Procuraduría has known of a child without opening a case.
 *
 * Law     LGDNNA arts. 122, 123: the duty to determine and restore; no number of hours or days.
 * Policy  24 hours, 72 hours and 5 working days are defaults of Vigía (domain.md A06). The five working days
 *         begin to run on the day after the notice and are over when the fifth has wholly passed; days on which that Procuraduría has
 *         suspended its work do not count (work-suspensions.ts).
 */
import type { CodeList } from './code-list.ts'
import { HOUR_IN_MS } from './durations.ts'
import type { LocalDate } from './local-dates.ts'
import { localDateOf } from './mexican-time.ts'
import { type ClosedDays, lastDateOver } from './working-days.ts'

export const BACKLOG_AGES = {
  UNDER_24_HOURS: { es: 'Menos de 24 horas', en: 'Under 24 hours' },
  FROM_24_TO_72_HOURS: { es: 'De 24 a 72 horas', en: '24 to 72 hours' },
  FROM_72_HOURS_TO_5_WORKING_DAYS: { es: 'De 72 horas a 5 días hábiles', en: '72 hours to 5 working days' },
  OVER_5_WORKING_DAYS: { es: 'Más de 5 días hábiles', en: 'Over 5 working days' },
} as const satisfies CodeList

export type BacklogAge = keyof typeof BACKLOG_AGES

export interface BacklogLimits {
  /** Notified after this instant: under 24 hours. */
  readonly after24Hours: Date
  /** Notified after this instant, and not after the former: 24 to 72 hours. */
  readonly after72Hours: Date
  /** Notified on this Mexican date or before: over 5 working days. */
  readonly lastOverdueDate: LocalDate
}

/** The limits of the four ages as seen at one instant, for a statement over many cases of one Procuraduría. */
export function backlogLimits(now: Date, closed?: ClosedDays): BacklogLimits {
  return {
    after24Hours: new Date(now.getTime() - 24 * HOUR_IN_MS),
    after72Hours: new Date(now.getTime() - 72 * HOUR_IN_MS),
    lastOverdueDate: lastDateOver(localDateOf(now), 5, closed),
  }
}

export function backlogAgeOf(notifiedAt: Date, now: Date, limits = backlogLimits(now)): BacklogAge {
  if (notifiedAt > limits.after24Hours) return 'UNDER_24_HOURS'
  if (notifiedAt > limits.after72Hours) return 'FROM_24_TO_72_HOURS'
  return localDateOf(notifiedAt) <= limits.lastOverdueDate ? 'OVER_5_WORKING_DAYS' : 'FROM_72_HOURS_TO_5_WORKING_DAYS'
}
