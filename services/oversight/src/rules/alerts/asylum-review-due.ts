/**
 * A23: the term to challenge a denial of asylum runs out.
 *
 * Law     LRPCAP art. 25: 15 working days from its notification.
 * Court   None known.
 * Policy  Amber after 10 working days and red after 14. Where the day of notification is not told, that of the denial stands for it:
 *         the term is over no earlier. It runs on for whoever was released or has left a place, and not for who comes back after a
 *         return: the return ended it.
 */
import { isChallenged } from '@vigia/law/asylum'
import { instantOf } from '@vigia/law/mexican-time'
import { isReturn } from '@vigia/law/return-types'
import { type ChildPicture, earliest, firstEnding, leftMexico } from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
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
      const challenged = isChallenged(status)
      if (status !== 'DENIED' && !challenged) return []
      const steps = challenged ? [] : climb({ since }, thresholds)
      const proof = challenged ? { fact: 'asylum_claim', id, at: instantOf(statusOn) } : null
      return [
        {
          subject: id,
          state: child.state,
          since,
          steps,
          ending: firstEnding([leftMexico(child), returnSince(since, child)]),
          proof,
        },
      ]
    }),
}

/** Also one from which the child has come back since. */
function returnSince(since: Date, { returns }: ChildPicture): Ending | null {
  const gone = earliest(returns.filter(({ returnType, at }) => isReturn(returnType) && at >= since))
  return gone && { fact: 'executed_return', id: gone.id, at: gone.at }
}
