/**
 * A10: a child who is here has no humanitarian status.
 *
 * Law     Ley de Migración arts. 52 V b, 74 ¶1, 112 I: granted at once, to every child, until the plan is there.
 * Court   None known.
 * Policy  24 hours, 5 and 20 working days are defaults of Vigía. A residence, and being Mexican, do as well. Asked only of
 *         children with a stay or a case that goes on; of each detection until the child is found again. A document does until its last
 *         day is over, or, where nobody tells that day, until the registry was first told that it has expired; one that is being renewed
 *         does. Where none does any more the same steps run anew, in an alert of its own, until one does again.
 */
import { departure, firstEnding, isWithUs } from '../../engine/child.ts'
import { type Course, climb } from '../../engine/course.ts'
import { ofEachDetection } from '../../engine/detections.ts'
import { lapsesAfter, servedSince } from '../../engine/lapses.ts'
import type { ChildRule } from '../../engine/rule.ts'
import { endOfDocument, givesStatus } from '../../engine/statuses.ts'

export const noHumanitarianStatus: ChildRule = {
  kind: 'NO_HUMANITARIAN_STATUS',
  about: 'CHILD',
  endedBy: 'children/migration-documents/INM',
  courses: (all, thresholds) =>
    ofEachDetection(all, (found, child) => {
      const owed = [
        child.documents.filter(givesStatus).map((one) => ({ id: one.id, at: one.at, until: endOfDocument(one) })),
      ]
      const gone = departure(child)
      const courseSince = (subject: string, since: Date): Course => {
        const served = servedSince(owed, since)
        const granted = served && { fact: 'migration_document', ...served }
        return {
          subject,
          state: found.state,
          since,
          steps: climb({ since }, thresholds),
          ending: firstEnding([granted, gone]),
        }
      }
      const course = courseSince(found.id, found.at)
      if (!isWithUs(child) && !gone) return course.ending && course
      const granted = servedSince(owed, found.at)
      const lapses = granted ? lapsesAfter(owed, granted.at) : []
      return [course, ...lapses.map(({ id, at }) => courseSince(`${found.id}/EXPIRED/${id}`, at))]
    }),
}
