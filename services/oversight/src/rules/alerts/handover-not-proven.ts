/**
 * A05: nothing proves that INM handed the child over to DIF.
 *
 * Law     Ley de Migración arts. 95, 98, 112 I: an act proves the notice and the hand-over.
 * Court   None known.
 * Policy  12 and 24 hours are defaults of Vigía. The number of that act is told in no file: proof is the hour of the
 *         hand-over, the notice to DIF, or a stay in a place of care. The notice to the Procuraduría is A03's.
 */
import { stayKindOf } from '@vigia/law/facilities'
import { departure, earliest, firstEnding, latest } from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const handoverNotProven: ChildRule = {
  kind: 'HANDOVER_NOT_PROVEN',
  about: 'CHILD',
  endedBy: 'children/detections/INM',
  courses: (child, thresholds) => {
    const found = latest(child.detections)
    if (!found) return []
    const written = child.evidence.find(({ detectionId }) => detectionId === found.id)
    const proofs: (Ending | null)[] = [
      found.difNotifiedAt && { fact: 'detection', id: found.id, at: found.difNotifiedAt },
      written?.handedOverAt ? { fact: 'detection_evidence', id: written.id, at: written.handedOverAt } : null,
      earliest(
        child.stays
          .filter(({ at, type }) => at >= found.at && type !== null && ['CARE', 'FAMILY'].includes(stayKindOf(type)))
          .map(({ id, at }) => ({ fact: 'stay', id, at })),
      ),
      departure(child),
    ]
    const steps = climb({ since: found.at }, thresholds)
    return [{ subject: found.id, state: found.state, since: found.at, steps, ending: firstEnding(proofs) }]
  },
}
