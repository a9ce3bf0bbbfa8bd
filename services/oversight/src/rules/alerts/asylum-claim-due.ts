/**
 * A22: the term to claim asylum runs out, or has, for a child who may need protection.
 *
 * Law     LRPCAP art. 18: 30 working days from the entry; later where it was materially impossible.
 * Court   None known.
 * Policy  Amber after 20 working days and red after 28, while there is time. The day of entry into the country is told in no
 *         file: the first detection stands for it, so that the true term is over no later. Asked only of children of whom
 *         somebody saw a need of protection.
 */
import { departure, earliest, firstEnding, notBefore } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const asylumClaimDue: ChildRule = {
  kind: 'ASYLUM_CLAIM_DUE',
  about: 'CHILD',
  endedBy: 'children/asylum-claims/COMAR',
  courses: (child, thresholds) => {
    const found = earliest(child.detections)
    const isNeeded = child.evidence.some(
      ({ protectionNeed, evaluationResult }) => protectionNeed || evaluationResult === 'PROTECTION_NEEDED',
    )
    if (!found || !isNeeded) return []
    const claim = earliest(child.claims)
    const claimed = claim && { fact: 'asylum_claim', id: claim.id, at: notBefore(claim.at, found.at) }
    return [
      {
        subject: child.id,
        state: found.state,
        since: found.at,
        steps: climb({ since: found.at }, thresholds),
        ending: firstEnding([claimed, departure(child)]),
      },
    ]
  },
}
