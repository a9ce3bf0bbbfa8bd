/**
 * A04: INM opened the migration procedure of a child before the Procuraduría was told.
 *
 * Law     Ley de Migración arts. 95, 98, 112 II: the procedure begins only after the notice.
 * Court   None known.
 * Policy  The day of the opening is known and not its hour: of one day, it is not known that the procedure came first. The
 *         presentation of a child is told in no file.
 */
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

export const procedureBeforeNotice: ChildRule = {
  kind: 'PROCEDURE_BEFORE_NOTICE',
  about: 'CHILD',
  endedBy: null,
  courses: ({ evidence, detections }, thresholds) =>
    evidence.flatMap(({ id, detectionId, procedureOpenedOn }) => {
      const found = detections.find((detection) => detection.id === detectionId)
      if (!found || procedureOpenedOn === null) return []
      const told = found.ppnnaNotifiedAt
      if (told && localDateOf(told) <= procedureOpenedOn) return []
      const since = instantOf(procedureOpenedOn)
      return [{ subject: id, state: found.state, since, steps: climb({ since }, thresholds), ending: null }]
    }),
}
