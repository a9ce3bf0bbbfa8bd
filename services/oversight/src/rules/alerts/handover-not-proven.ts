/**
 * A05: nothing proves that INM handed the child over to DIF, or the act of the hand-over lacks what it has to prove.
 *
 * Law     Ley de Migración arts. 95, 98, 112 I: an act proves the notice to the Procuraduría and the hand-over to DIF.
 * Court   None known.
 * Policy  12 and 24 hours are defaults of Vigía. Where no act is told of, the hour of the hand-over, the notice to DIF or a stay in a
 *         place of care is proof, also one of the day of the find whose hour nobody tells. One that is told of is proof unless INM says that it lacks the notice or DIF's receipt: then nothing
 *         else is, until it is mended. One whose hour is not told is taken to be of the detection. That nobody was told is A03's. A detection
 *         asks until the child is found again.
 */
import { stayKindOf } from '@vigia/law/facilities'
import {
  type ChildPicture,
  type Detection,
  departure,
  type Evidence,
  earliest,
  firstEnding,
  mayFollow,
  notBefore,
  type Stay,
} from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
import { ofEachDetection } from '../../engine/detections.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const handoverNotProven: ChildRule = {
  kind: 'HANDOVER_NOT_PROVEN',
  about: 'CHILD',
  endedBy: 'children/detections/INM',
  courses: (all, thresholds) =>
    ofEachDetection(all, (found, child) => {
      const written = child.evidence.find(({ detectionId }) => detectionId === found.id) ?? null
      const proofs = isLacking(written) ? [] : proofsOf(child, found, written)
      const steps = climb({ since: found.at }, thresholds)
      const ending = firstEnding([...proofs, departure(child)])
      return { subject: found.id, state: found.state, since: found.at, steps, ending }
    }),
}

function isLacking(written: Evidence | null): boolean {
  const act = written?.handoverAct
  return act?.tellsNotice === false || act?.hasReceipt === false
}

function proofsOf({ stays }: ChildPicture, found: Detection, written: Evidence | null): (Ending | null)[] {
  const writtenAt = written && (written.handedOverAt ?? (written.handoverAct && found.at))
  return [
    found.difNotifiedAt && { fact: 'detection', id: found.id, at: found.difNotifiedAt },
    written && writtenAt && { fact: 'detection_evidence', id: written.id, at: writtenAt },
    earliest(
      stays
        .filter(
          (stay) => isOfCare(stay) && mayFollow(stay.at, found) && (!stay.leftAt || mayFollow(stay.leftAt, found)),
        )
        .map(({ id, at }) => ({ fact: 'entry', id, at: notBefore(at, found.at) })),
    ),
  ]
}

function isOfCare({ type }: Stay): boolean {
  return type !== null && ['CARE', 'FAMILY'].includes(stayKindOf(type))
}
