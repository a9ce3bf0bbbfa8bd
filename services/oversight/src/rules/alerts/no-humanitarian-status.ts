/**
 * A10: a child who is here has no humanitarian status.
 *
 * Law     Ley de Migración arts. 52 V b, 74 ¶1, 112 I: granted at once, to every child, until the plan is there.
 * Court   None known.
 * Policy  24 hours, 5 and 20 working days are defaults of Vigía. A residence, and being Mexican, do as well. Asked only of
 *         children with a stay or a case that goes on; of each detection until the child is found again. A document does until its last
 *         day is over, or, where nobody tells that day, until the registry was first told that it has expired; one that is being renewed does.
 *         Where none does any more the same steps run anew, in an alert of its own.
 */
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import type { MigrationDocument } from '@vigia/law/migration-documents'
import { type ChildPicture, departure, earliest, firstEnding, isWithUs, latest, notBefore } from '../../engine/child.ts'
import { type Course, climb, type Ending } from '../../engine/course.ts'
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
      const courseSince = (subject: string, since: Date): Course => {
        const ending = firstEnding([grantedSince(child, since), departure(child)])
        return { subject, state: found.state, since, steps: climb({ since }, thresholds), ending }
      }
      const course = courseSince(found.id, found.at)
      if (!isWithUs(child) && !course.ending) return null
      const granted = grantedSince(child, found.at)
      const expired = granted && lapseSince(child, granted.at)
      return expired ? [course, courseSince(`${found.id}/EXPIRED`, expired)] : course
    }),
}

type Document = ChildPicture['documents'][number]

const isGranted = ({ document, status }: Document) =>
  SUFFICES.includes(document) && status !== 'REQUESTED' && status !== 'DENIED'

/** The first that does then or later. */
function grantedSince({ documents }: ChildPicture, since: Date): Ending | null {
  const serving = documents.filter((one) => isGranted(one) && !isOver(one, since))
  return earliest(serving.map(({ id, at }) => ({ fact: 'migration_document', id, at: notBefore(at, since) })))
}

/** The last end of a document after which none did; null where there is none, or another did by then. */
function lapseSince({ documents }: ChildPicture, granted: Date): Date | null {
  const sufficient = documents.filter(isGranted)
  const isServed = (at: Date) => sufficient.some((one) => one.at <= at && !isOver(one, at))
  const ends = sufficient.flatMap((one) => {
    const end = endOf(one)
    return end && end > granted ? [{ id: one.id, at: end }] : []
  })
  return latest(ends.filter(({ at }) => !isServed(at)))?.at ?? null
}

function isOver(document: Document, at: Date): boolean {
  const end = endOf(document)
  return end !== null && end <= at
}

/** When a document no longer does; null where that is not known to come. */
function endOf({ status, expiresOn, expiredToldAt, at }: Document): Date | null {
  if (status === 'IN_RENEWAL') return null
  if (expiresOn !== null) return instantOf(addDays(expiresOn, 1))
  return status === 'EXPIRED' ? (expiredToldAt ?? at) : null
}
