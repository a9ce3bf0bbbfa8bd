/**
 * A08: a need of protection was seen and COMAR was not told.
 *
 * Law     Ley de Migración art. 112 V, LRPCAP art. 21 ¶3, LGDNNA art. 98: any authority tells COMAR at once, in writing.
 * Court   None known.
 * Policy  3 and 24 hours are defaults of Vigía. When the need was seen is told in no file: its clock begins with the
 *         detection of which it is told. Whoever tells COMAR when the child is found again has told it. A claim before COMAR shows that
 *         COMAR knows, but not one that was over and of before a return from which the child came back.
 */
import { isNeedSeen } from '@vigia/law/detection-evidence'
import { returnBefore, showsThatComarKnows } from '../../engine/came-back.ts'
import { type Detection, departure, earliest, firstEnding, notBefore } from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const comarNotNotified: ChildRule = {
  kind: 'COMAR_NOT_NOTIFIED',
  about: 'CHILD',
  endedBy: 'children/detections/INM',
  courses: (child, thresholds) =>
    child.evidence
      .filter(({ need }) => isNeedSeen(need))
      .flatMap(({ id, detectionId }) => {
        const found = child.detections.find((detection) => detection.id === detectionId)
        if (!found) return []
        const told = earliest(child.detections.flatMap((one) => noticeOf(one, found)))
        const claim = earliest(child.claims.filter(showsThatComarKnows(returnBefore(found, child))))
        const claimed = claim && { fact: 'asylum_claim', id: claim.id, at: notBefore(claim.at, found.at) }
        const ending = firstEnding([told, claimed, departure(child)])
        return [
          { subject: id, state: found.state, since: found.at, steps: climb({ since: found.at }, thresholds), ending },
        ]
      }),
}

/** A notice of this find, or of a later one. */
function noticeOf({ id, at, comarNotifiedAt }: Detection, found: Detection): Ending[] {
  const isOfIt = id === found.id || at >= found.at
  return comarNotifiedAt && isOfIt ? [{ fact: 'detection', id, at: comarNotifiedAt }] : []
}
