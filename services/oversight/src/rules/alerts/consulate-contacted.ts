/**
 * A09: the consulate was told of a child who may need protection, or who has asked for it.
 *
 * Law     Ley de Migración art. 112 V, LRPCAP art. 21 ¶4: no contact with the country of origin.
 * Court   None known.
 * Policy  None. Critical when it happens. The express consent that would allow it is told in no file.
 */
import { localDateOf } from '@vigia/law/mexican-time'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const consulateContacted: ChildRule = {
  kind: 'CONSULATE_CONTACTED',
  about: 'CHILD',
  endedBy: null,
  courses: ({ detections, evidence, claims }, thresholds) =>
    detections.flatMap(({ id, state, consulateNotifiedAt: since }) => {
      if (!since) return []
      const isNeeded = evidence.some(
        ({ detectionId, protectionNeed, evaluationResult }) =>
          detectionId === id && (protectionNeed || evaluationResult === 'PROTECTION_NEEDED'),
      )
      // A claim of the same day may have come after the consulate was told.
      const isClaimed = claims.some(({ at }) => localDateOf(at) < localDateOf(since))
      if (!isNeeded && !isClaimed) return []
      return [{ subject: id, state, since, steps: climb({ since }, thresholds), ending: null }]
    }),
}
