/**
 * A08: a need of protection was seen and COMAR was not told.
 *
 * Law     Ley de Migración art. 112 V, LRPCAP art. 21 ¶3, LGDNNA art. 98: any authority tells COMAR at once, in writing.
 * Court   None known.
 * Policy  3 and 24 hours are defaults of Vigía. When the need was seen is told in no file: its clock begins with the
 *         detection of which it is told. A claim before COMAR shows that COMAR knows.
 */
import { departure, earliest, firstEnding, notBefore } from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const comarNotNotified: ChildRule = {
  kind: 'COMAR_NOT_NOTIFIED',
  about: 'CHILD',
  endedBy: 'children/detections/INM',
  courses: (child, thresholds) =>
    child.evidence
      .filter(({ protectionNeed, evaluationResult }) => protectionNeed || evaluationResult === 'PROTECTION_NEEDED')
      .flatMap(({ id, detectionId }) => {
        const found = child.detections.find((detection) => detection.id === detectionId)
        if (!found) return []
        const told: Ending | null = found.comarNotifiedAt && {
          fact: 'detection',
          id: found.id,
          at: found.comarNotifiedAt,
        }
        const claim = earliest(child.claims)
        const claimed = claim && { fact: 'asylum_claim', id: claim.id, at: notBefore(claim.at, found.at) }
        const ending = firstEnding([told, claimed, departure(child)])
        return [
          { subject: id, state: found.state, since: found.at, steps: climb({ since: found.at }, thresholds), ending },
        ]
      }),
}
