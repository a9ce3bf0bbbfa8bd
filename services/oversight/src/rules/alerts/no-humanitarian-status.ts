/**
 * A10: a child who is here has no humanitarian status.
 *
 * Law     Ley de Migración arts. 52 V b, 74 ¶1, 112 I: granted at once, to every child, until the plan is there.
 * Court   None known.
 * Policy  24 hours, 5 and 20 working days are defaults of Vigía. A residence, and being Mexican, do as well. Asked only of
 *         children with a stay or a case that goes on; of each detection until the child is found again.
 */
import type { MigrationDocument } from '@vigia/law/migration-documents'
import { departure, earliest, firstEnding, isWithUs, notBefore } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import { ofEachDetection } from '../../engine/detections.ts'
import type { ChildRule } from '../../engine/rule.ts'

const SUFFICES: readonly MigrationDocument[] = [
  'HUMANITARIAN_VISITOR',
  'TEMPORARY_RESIDENT',
  'STUDENT_RESIDENT',
  'PERMANENT_RESIDENT',
  'MEXICAN',
]

export const noHumanitarianStatus: ChildRule = {
  kind: 'NO_HUMANITARIAN_STATUS',
  about: 'CHILD',
  endedBy: 'children/migration-documents/INM',
  courses: (all, thresholds) =>
    ofEachDetection(all, (found, child) => {
      const granted = earliest(
        child.documents
          .filter(
            ({ document, status }) => SUFFICES.includes(document) && status !== 'REQUESTED' && status !== 'DENIED',
          )
          .map(({ id, at }) => ({ fact: 'migration_document', id, at: notBefore(at, found.at) })),
      )
      const ending = firstEnding([granted, departure(child)])
      if (!isWithUs(child) && !ending) return null
      const steps = climb({ since: found.at }, thresholds)
      return { subject: found.id, state: found.state, since: found.at, steps, ending }
    }),
}
