/**
 * A22: the term to claim asylum runs out, or has, for a child who may need protection.
 *
 * Law     LRPCAP art. 18: 30 working days from the one that follows the entry into the country; later where it was materially impossible.
 * Court   None known.
 * Policy  Amber after 20 working days and red after 28, while there is time. Of several entries counts the one that goes with the
 *         latest detection of which a day is told. Where none is, the first detection stands for it: the true term may be over
 *         sooner. That COMAR's file tells of an indication, or of the wish to claim, ends nothing: a claim that was filed does.
 *         Nothing is raised of the time before the child was found. Asked only of children of whom somebody saw a need. After a return from
 *         which the child came back it is a term of its own: the entries, the finds and a claim that is over of before it are none of it.
 */
import { wasFiled } from '@vigia/law/asylum'
import { isNeedSeen } from '@vigia/law/detection-evidence'
import { instantOf } from '@vigia/law/mexican-time'
import { isOfThisTime, returnBefore, showsThatComarKnows } from '../../engine/came-back.ts'
import { type ChildPicture, departure, earliest, firstEnding, latest, notBefore } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const asylumClaimDue: ChildRule = {
  kind: 'ASYLUM_CLAIM_DUE',
  about: 'CHILD',
  endedBy: 'children/asylum-claims/COMAR',
  courses: (child, thresholds) => {
    const gone = returnBefore(latest(child.detections), child)
    const detections = child.detections.filter((one) => isOfThisTime(one, gone))
    const found = earliest(detections)
    const isNeeded = child.evidence.some(({ need }) => isNeedSeen(need))
    if (!found || !isNeeded) return []
    const since = lastEntry({ ...child, detections }) ?? found.at
    const steps = climb({ since }, thresholds).map((step) => ({ ...step, at: notBefore(step.at, found.at) }))
    const claim = earliest(child.claims.filter(({ status }) => wasFiled(status)).filter(showsThatComarKnows(gone)))
    const claimed = claim && { fact: 'asylum_claim', id: claim.id, at: notBefore(claim.at, found.at) }
    const ending = firstEnding([claimed, departure(child)])
    return [{ subject: child.id, state: found.state, since, steps, ending }]
  },
}

/** The morning of the day of entry; null where no file tells of one. */
function lastEntry({ detections, evidence }: ChildPicture): Date | null {
  const told = detections.flatMap(({ id, at }) =>
    evidence.flatMap(({ detectionId, enteredOn }) => (detectionId === id && enteredOn ? [{ id, at, enteredOn }] : [])),
  )
  const last = latest(told)
  return last && instantOf(last.enteredOn)
}
