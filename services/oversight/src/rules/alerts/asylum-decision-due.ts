/**
 * A21: COMAR has not decided a claim in its term.
 *
 * Law     LRPCAP art. 24: 45 working days from the day after filing; in five cases extended, by as much at most: critical after 90, when
 *         an extension is over too. Who was released or has left a place is owed it all the same.
 * Court   None known.
 * Policy  Amber at 40 working days, before the term. While the file of COMAR says that the term was extended, and not from which day on,
 *         or from one on which it was not over, the term is that of 90 alone; once the claim is told in another situation nobody says it
 *         any more. A claim that is reviewed, or before a court, has been decided.
 */
import { ASYLUM_STATUSES, type AsylumStatus, wasDecided, wasFiled } from '@vigia/law/asylum'
import { instantOf } from '@vigia/law/mexican-time'
import { firstEnding, leftMexico } from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'
import type { Step } from '../../engine/terms.ts'

const isDecided = (status: AsylumStatus) => wasDecided(status) || ASYLUM_STATUSES[status].phase === 'ENDED'

export const asylumDecisionDue: ChildRule = {
  kind: 'ASYLUM_DECISION_DUE',
  about: 'CHILD',
  endedBy: 'children/asylum-claims/COMAR',
  courses: (child, thresholds) =>
    child.claims
      .filter(({ status }) => wasFiled(status))
      .map(({ id, at, status, statusOn }) => {
        const decided: Ending | null = isDecided(status)
          ? { fact: 'asylum_claim', id, at: statusOn ? instantOf(statusOn) : at }
          : null
        const extendedAt = status === 'EXTENDED' ? (statusOn ? instantOf(statusOn) : at) : null
        const steps = climb({ since: at }, thresholds).filter((step) => isReached(step, extendedAt))
        return { subject: id, state: child.state, since: at, steps, ending: firstEnding([decided, leftMexico(child)]) }
      }),
}

/** Whether it can be reached of a term that was extended: before it was, or when the longer one is over too. */
function isReached({ severity, at }: Step, extendedAt: Date | null): boolean {
  return extendedAt === null || severity === 'CRITICAL' || at <= extendedAt
}
