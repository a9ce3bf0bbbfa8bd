/**
 * A11: a status of which the child has no card or no CURP, whose card an authority keeps, or that binds it to a territory.
 *
 * Law     Ley de Migración arts. 20 X, 52 V b: the card carries the CURP, and nothing conditions it.
 * Court   None known.
 * Policy  5 and 20 working days are defaults of Vigía. Critical once an authority keeps the card or limits where the child
 *         may be: the law knows neither. Since the day on which the card was retained, where a file tells, or the grant where that came later; where none does, since the
 *         registry was told that it is so, and never since the grant, of which nobody says it. When it ended is told in no file, but that it is over
 *         once the status has expired, or another was granted since: of that its own card is owed.
 */
import { instantOf } from '@vigia/law/mexican-time'
import { isRetained } from '@vigia/law/migration-documents'
import { type ChildPicture, departure, earliest, firstEnding, notBefore } from '../../engine/child.ts'
import { climb, type Ending } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'
import { endOfDocument, givesStatus } from '../../engine/statuses.ts'

type Document = ChildPicture['documents'][number]

const isOfVisitor = (document: Document) => document.document === 'HUMANITARIAN_VISITOR' && givesStatus(document)
/** When the card was taken, or it is known to be, or the child was known to be bound by it; null while it is not so. */
function boundSince({ at, holder, retainedOn, geographicRestriction, boundToldAt }: Document): Date | null {
  const isKept = holder !== null && isRetained(holder)
  if (!isKept && geographicRestriction !== true) return null
  return notBefore(isKept && retainedOn !== null ? instantOf(retainedOn) : (boundToldAt ?? at), at)
}
const isComplete = ({ status, issuedOn, curpAssigned }: Document) =>
  (issuedOn !== null || status === 'CARD_ISSUED') && (curpAssigned === 'TEMPORARY' || curpAssigned === 'DEFINITIVE')

export const statusWithoutCard: ChildRule = {
  kind: 'STATUS_WITHOUT_CARD',
  about: 'CHILD',
  endedBy: 'children/migration-documents/INM',
  courses: (child, thresholds) =>
    child.documents.filter(isOfVisitor).map((document) => {
      const { id, at } = document
      const act = boundSince(document)
      const isFine = isComplete(document) && act === null
      const steps = isFine
        ? []
        : climb(
            { since: at, act },
            thresholds.filter(({ since }) => since === 'ACT' || !isComplete(document)),
          )
      const proof = isFine ? { fact: 'migration_document', id, at: null } : null
      const ending = firstEnding([departure(child), endOf(document), replacementOf(document, child)])
      return { subject: id, state: child.state, since: at, steps, ending, proof }
    }),
}

/** Of a status that is over nobody owes the card: A10 asks for the next. */
function endOf(document: Document): Ending | null {
  const at = endOfDocument(document)
  return at && { fact: 'migration_document', id: document.id, at }
}

/** The next status is granted with a card of its own. */
function replacementOf(document: Document, { documents }: ChildPicture): Ending | null {
  const next = earliest(documents.filter((one) => givesStatus(one) && one.at > document.at))
  return next && { fact: 'migration_document', id: next.id, at: next.at }
}
