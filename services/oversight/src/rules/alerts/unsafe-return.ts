/**
 * A20: a return of which a checklist says that what protects the child was not there.
 *
 * Law     Ley de Migración arts. 112 III, 120: specialised staff, receiving authority, notice to the consulate where it is
 *         due; art. 119 VII: belongings, written for adults.
 * Court   None known.
 * Policy  Visible firearms: a default of Vigía. Only what somebody answered counts: what nobody asked is unknown, not no. A
 *         consulate that must not be told is not missed.
 */
import { CHECKLIST_ITEMS, type ChecklistItem } from '@vigia/law/checklist'
import { type ChildPicture, protectionNeed } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import type { ChildRule } from '../../engine/rule.ts'

const ITEMS: readonly ChecklistItem[] = [
  'SPECIALISED_ESCORT',
  'RECEIVING_AUTHORITY_CONFIRMED',
  'CONSULATE_NOTIFIED',
  'FIREARMS_VISIBLE',
  'BELONGINGS_RETURNED',
]

export const unsafeReturn: ChildRule = {
  kind: 'UNSAFE_RETURN',
  about: 'CHILD',
  endedBy: null,
  courses: (child, thresholds) =>
    child.returns
      .filter(({ id }) => isDenied(child, id))
      .map(({ id, state, at }) => ({
        subject: id,
        state,
        since: at,
        steps: climb({ since: at }, thresholds),
        ending: null,
      })),
}

function isDenied(child: ChildPicture, returnId: string): boolean {
  const asked = protectionNeed(child) === null ? ITEMS : ITEMS.filter((item) => item !== 'CONSULATE_NOTIFIED')
  return child.checklists
    .filter((checklist) => checklist.returnId === returnId)
    .some(({ items }) =>
      asked.some((item) => {
        const { good } = CHECKLIST_ITEMS[item]
        return items[item] === (good === 'YES' ? 'NO' : 'YES')
      }),
    )
}
