/**
 * The backlog of a Procuraduría by age: told of a child, no case opened (domain.md A06).
 *
 * Law     LGDNNA arts. 122, 123: the duty to determine and restore; no number of hours or days.
 * Policy  The limits between the ages are defaults of Vigía (_law/backlog-ages.ts); working days by the dates of LFPA art. 28, less those
 *         on which the Procuraduría of that state has suspended its work (_law/work-suspensions.ts).
 */
import { BACKLOG_AGES, type BacklogAge, backlogAgeOf, backlogLimits } from '@vigia/law/backlog-ages'
import { codesOf } from '@vigia/law/code-list'
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { STATE_CODES } from '@vigia/law/states'
import { closedDaysOf, type WorkSuspension } from '@vigia/law/work-suspensions'
import type { ClosedDays } from '@vigia/law/working-days'

/** The ages, youngest first. */
export const AGES = codesOf(BACKLOG_AGES)

/** The instants that part the four ages, so that a statement over many cases only compares. */
export interface BacklogBounds {
  /** Notified after this: under 24 hours. */
  readonly after24Hours: Date
  /** Notified after this, and not after the former: 24 to 72 hours. */
  readonly after72Hours: Date
  /** Notified before this: over 5 working days. Of each state, in the order of their codes. */
  readonly overdueBefore: readonly Date[]
}

export function backlogBounds(asOf: Date, suspensions: readonly WorkSuspension[]): BacklogBounds {
  const { after24Hours, after72Hours } = backlogLimits(asOf)
  const overdueBefore = STATE_CODES.map((state) => {
    const { lastOverdueDate } = backlogLimits(asOf, closedDaysOf('PPNNA', state, suspensions))
    return instantOf(addDays(lastOverdueDate, 1))
  })
  return { after24Hours, after72Hours, overdueBefore }
}

/** How many of the notices of one state without a case are of each age. */
export function backlogByAge(notifiedAt: readonly Date[], asOf: Date, closed?: ClosedDays): Record<BacklogAge, number> {
  const limits = backlogLimits(asOf, closed)
  const byAge = {
    UNDER_24_HOURS: 0,
    FROM_24_TO_72_HOURS: 0,
    FROM_72_HOURS_TO_5_WORKING_DAYS: 0,
    OVER_5_WORKING_DAYS: 0,
  }
  for (const notice of notifiedAt) byAge[backlogAgeOf(notice, asOf, limits)] += 1
  return byAge
}
