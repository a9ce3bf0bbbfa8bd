/**
 * A11: a status of which the child has no card or no CURP, whose card an authority keeps, or that binds it to a territory.
 *
 * Law     Ley de Migración arts. 20 X, 52 V b: the card carries the CURP, and nothing conditions it.
 * Court   None known.
 * Policy  5 and 20 working days are defaults of Vigía. Critical once an authority keeps the card or limits where the child
 *         may be: the law knows neither.
 */
import { isRetained } from '@vigia/law/migration-documents'
import { type ChildPicture, departure } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

type Document = ChildPicture['documents'][number]

const isGranted = ({ document, status }: Document) =>
  document === 'HUMANITARIAN_VISITOR' && status !== 'REQUESTED' && status !== 'DENIED'
const isBound = ({ holder, geographicRestriction }: Document) =>
  geographicRestriction === true || (holder !== null && isRetained(holder))
const isComplete = ({ status, issuedOn, curpAssigned }: Document) =>
  (issuedOn !== null || status === 'CARD_ISSUED') && (curpAssigned === 'TEMPORARY' || curpAssigned === 'DEFINITIVE')

export const statusWithoutCard: ChildRule = {
  kind: 'STATUS_WITHOUT_CARD',
  about: 'CHILD',
  endedBy: 'children/migration-documents/INM',
  courses: (child, thresholds) =>
    child.documents.filter(isGranted).map((document) => {
      const { id, at } = document
      const act = isBound(document) ? at : null
      const isFine = isComplete(document) && act === null
      const steps = isFine
        ? []
        : climb(
            { since: at, act },
            thresholds.filter(({ since }) => since === 'ACT' || !isComplete(document)),
          )
      const proof = isFine ? { fact: 'migration_document', id, at } : null
      return { subject: id, state: child.state, since: at, steps, ending: departure(child), proof }
    }),
}
