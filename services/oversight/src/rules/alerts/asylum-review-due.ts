/**
 * A23: the term to challenge a denial of asylum runs out.
 *
 * Law     LRPCAP art. 25: 15 working days from its notification.
 * Court   None known.
 * Policy  Amber after 10 working days and red after 14. Where the day of notification is not told, that of the denial stands for it:
 *         the term is over no earlier.
 */
import { instantOf } from '@vigia/law/mexican-time'
import { departure } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const asylumReviewDue: ChildRule = {
  kind: 'ASYLUM_REVIEW_DUE',
  about: 'CHILD',
  endedBy: 'children/asylum-claims/COMAR',
  courses: (child, thresholds) =>
    child.claims.flatMap(({ id, status, statusOn, notifiedOn }) => {
      if (statusOn === null) return []
      const since = instantOf(notifiedOn ?? statusOn)
      // A denial that is reviewed is not a denial any more: the claim itself shows it.
      const isChallenged = status === 'IN_REVIEW' || status === 'IN_AMPARO'
      if (status !== 'DENIED' && !isChallenged) return []
      const steps = isChallenged ? [] : climb({ since }, thresholds)
      const proof = isChallenged ? { fact: 'asylum_claim', id, at: instantOf(statusOn) } : null
      return [{ subject: id, state: child.state, since, steps, ending: departure(child), proof }]
    }),
}
