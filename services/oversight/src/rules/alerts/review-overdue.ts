/**
 * A26: the placement of a child in a centre was not reviewed.
 *
 * Law     LGDNNA arts. 109, 123 VI: reviewed periodically. No period is set.
 * Court   None known.
 * Policy  30 and 60 days are defaults of Vigía, from the entry or from the last day on which the case was followed up.
 */
import { endOfStay, latest, staysInCentres } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const reviewOverdue: ChildRule = {
  kind: 'REVIEW_OVERDUE',
  about: 'CHILD',
  endedBy: 'representation/protection-cases/PPNNA',
  courses: (child, thresholds) =>
    staysInCentres(child).map((stay) => {
      const review = latest(child.followUps.filter(({ at }) => at >= stay.at && (!stay.leftAt || at <= stay.leftAt)))
      const since = review?.at ?? stay.at
      return {
        subject: stay.id,
        state: stay.state ?? child.state,
        facilityId: stay.facilityId,
        since,
        steps: climb({ since }, thresholds),
        ending: endOfStay(stay),
        proof: review && { fact: 'follow_up', id: review.id, at: review.at },
      }
    }),
}
