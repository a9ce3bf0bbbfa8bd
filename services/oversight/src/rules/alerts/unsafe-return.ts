/**
 * A20: a return of which a checklist says that what protects the child was not there.
 *
 * Law     Ley de Migración arts. 112 III, 120: specialised staff, receiving authority, notice to the consulate where it is
 *         due: in the act itself, without a term.
 * Court   None known.
 * Policy  Visible firearms, of which no law speaks, and belongings, which art. 119 VII gives adults: defaults of Vigía, as grave. Only
 *         what somebody answered counts: what nobody asked is unknown, not no. A consulate that must not be told is not missed.
 */
import { CHECKLIST_ITEMS, type ChecklistItem } from '@vigia/law/checklist'
import type { ChildPicture } from '../../engine/child.ts'
import { climb } from '../../engine/course.ts'
import { protectionNeed } from '../../engine/protection-need.ts'
import type { ChildRule } from '../../engine/rule.ts'

const ORDERED_BY_LAW: readonly ChecklistItem[] = [
  'SPECIALISED_ESCORT',
  'RECEIVING_AUTHORITY_CONFIRMED',
  'CONSULATE_NOTIFIED',
]
const ASKED_BY_VIGIA: readonly ChecklistItem[] = ['FIREARMS_VISIBLE', 'BELONGINGS_RETURNED']

export const unsafeReturn: ChildRule = {
  kind: 'UNSAFE_RETURN',
  about: 'CHILD',
  endedBy: null,
  courses: (child, thresholds) =>
    child.returns.flatMap(({ id, state, at }) => {
      const [byLaw, byVigia] = [ORDERED_BY_LAW, ASKED_BY_VIGIA].map((items) => isDenied(child, id, items))
      if (!byLaw && !byVigia) return []
      const steps = climb({ ...(byLaw && { since: at }), act: byVigia ? at : null }, thresholds)
      return [{ subject: id, state, since: at, steps, ending: null }]
    }),
}

function isDenied(child: ChildPicture, returnId: string, items: readonly ChecklistItem[]): boolean {
  const asked = protectionNeed(child) === null ? items : items.filter((item) => item !== 'CONSULATE_NOTIFIED')
  return child.checklists
    .filter((checklist) => checklist.returnId === returnId)
    .some((told) =>
      asked.some((item) => {
        const { good } = CHECKLIST_ITEMS[item]
        return told.items[item] === (good === 'YES' ? 'NO' : 'YES')
      }),
    )
}
