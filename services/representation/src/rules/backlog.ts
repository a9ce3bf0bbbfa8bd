/**
 * The backlog of a Procuraduría by age: told of a child, no case opened (domain.md A06).
 *
 * Law     LGDNNA arts. 122, 123: the duty to determine and restore; no number of hours or days.
 * Policy  The limits between the ages are defaults of Vigía (_law/backlog-ages.ts); working days by LFPA art. 28.
 */
import { BACKLOG_AGES, type BacklogAge, backlogAgeOf, backlogLimits } from '@vigia/law/backlog-ages'
import { codesOf } from '@vigia/law/code-list'
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'

/** The ages, youngest first. */
export const AGES = codesOf(BACKLOG_AGES)

/** Three instants that part the four ages, so that a statement over many cases only compares. */
export interface BacklogBounds {
  /** Notified after this: under 24 hours. */
  readonly after24Hours: Date
  /** Notified after this, and not after the former: 24 to 72 hours. */
  readonly after72Hours: Date
  /** Notified before this: over 5 working days. */
  readonly overdueBefore: Date
}

export function backlogBounds(asOf: Date): BacklogBounds {
  const { after24Hours, after72Hours, lastOverdueDate } = backlogLimits(asOf)
  return { after24Hours, after72Hours, overdueBefore: instantOf(addDays(lastOverdueDate, 1)) }
}

/** How many of the notices without a case are of each age. */
export function backlogByAge(notifiedAt: readonly Date[], asOf: Date): Record<BacklogAge, number> {
  const limits = backlogLimits(asOf)
  const byAge = {
    UNDER_24_HOURS: 0,
    FROM_24_TO_72_HOURS: 0,
    FROM_72_HOURS_TO_5_WORKING_DAYS: 0,
    OVER_5_WORKING_DAYS: 0,
  }
  for (const notice of notifiedAt) byAge[backlogAgeOf(notice, asOf, limits)] += 1
  return byAge
}
