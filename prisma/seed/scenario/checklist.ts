/** What the checklist of a return says: INM's own for some, a monitor of CNDH's for a few. */
import { CHECKLIST_ITEMS, type ChecklistItem } from '@vigia/law/checklist'
import type { Answer } from '@vigia/law/people'
import type { Random } from '../random.ts'
import type { Checklist, ExecutedReturn } from './facts.ts'
import type { Found } from './found.ts'

const BY_INM = 0.22
const BY_CNDH = 0.02

/** How often a list says yes, where it says anything. Ours. */
const YES: Readonly<Partial<Record<ChecklistItem, number>>> = {
  ...{ CHILD_HEARD: 0.5, CHILD_INFORMED: 0.55, FAMILY_CONTACTED: 0.6, FAMILY_ASSESSED: 0.2, CONSULATE_NOTIFIED: 0.85 },
  ...{ RECEIVING_AUTHORITY_CONFIRMED: 0.6, PPNNA_INFORMED: 0.4, SPECIALISED_ESCORT: 0.7, NATIONAL_GUARD_PRESENT: 0.3 },
  ...{
    FIREARMS_VISIBLE: 0.18,
    BELONGINGS_RETURNED: 0.8,
    DOCUMENTS_HANDED_OVER: 0.7,
    FIT_TO_TRAVEL: 0.75,
    INDEPENDENT_MONITOR: 0.03,
  },
  ...{
    ARRIVAL_CONFIRMED: 0.6,
    REINTEGRATION_PLAN: 0.1,
    FOLLOW_UP_30_DAYS: 0.08,
    FOLLOW_UP_90_DAYS: 0.04,
    FOLLOW_UP_180_DAYS: 0.02,
  },
}

/** What a monitor of CNDH's puts beside the answers; by the number of the return, so that no chance is drawn for it. */
const SHOWN_BY = [
  'Acta circunstanciada y fotografías',
  'Acta circunstanciada',
  'Entrevista con NNA y lista de pasajeros',
  null,
]

/** What it rests on of items that a paper or a photograph shows. */
const SHOWS: Readonly<Partial<Record<ChecklistItem, string>>> = {
  DETERMINATION: 'Copia de la determinación',
  CHILD_HEARD: 'Acta de la escucha',
  FIREARMS_VISIBLE: 'Fotografía',
  FIT_TO_TRAVEL: 'Certificado médico',
  BELONGINGS_RETURNED: 'Recibo de pertenencias firmado',
}

/** Of the items that were done, where the monitor shows anything at all. */
function shownOf(answers: readonly (readonly [ChecklistItem, Answer])[]): Checklist['shownByItem'] {
  const done = answers.filter(([item, answer]) => answer === 'YES' && SHOWS[item] !== undefined)
  return Object.fromEntries(done.map(([item]) => [item, SHOWS[item] ?? '']))
}

export function checklistOf(chance: Random, found: Found, { folio }: ExecutedReturn): Checklist | null {
  const draw = chance.next()
  if (draw >= BY_INM + BY_CNDH) return null
  const sender = draw < BY_INM ? 'INM' : 'CNDH'
  const isValid = found.departure?.standing === 'VALID'
  const isWithFamily = found.person.company === 'ACCOMPANIED'
  const answers = Object.keys(CHECKLIST_ITEMS).map((key) => {
    const item = key as ChecklistItem
    if (chance.chance(sender === 'INM' ? 0.22 : 0.1)) return [item, 'UNKNOWN'] as const
    return [item, yesOrNo(chance.chance(shareOf(item, isValid, isWithFamily)))] as const
  })
  const { SPECIALISED_ESCORT } = Object.fromEntries(answers)
  const shownBy = sender === 'CNDH' ? (SHOWN_BY[Number(folio.slice(-2)) % SHOWN_BY.length] ?? null) : null
  const escort = sender === 'CNDH' ? escortOf(SPECIALISED_ESCORT, Number(folio.slice(-2))) : null
  const shownByItem = shownBy === null ? {} : shownOf(answers)
  return {
    feed: 'return-checklists',
    sender,
    folio,
    answers: Object.fromEntries(answers),
    shownBy,
    shownByItem,
    escort,
  }
}

/** By the number of the return too: one woman or two, and a man with every third. */
function escortOf(was: Answer | undefined, number: number): Checklist['escort'] {
  if (was === 'NO') return { women: 0, men: 0 }
  return was === 'YES' ? { women: 1 + (number % 2), men: number % 3 === 0 ? 1 : 0 } : null
}

const yesOrNo = (yes: boolean): Answer => (yes ? 'YES' : 'NO')

function shareOf(item: ChecklistItem, isValid: boolean, isWithFamily: boolean): number {
  if (item === 'DETERMINATION') return isValid ? 0.95 : 0.1
  if (item === 'PLAN') return isValid ? 0.8 : 0.05
  if (item === 'WITH_FAMILY') return isWithFamily ? 0.95 : 0.08
  return YES[item] ?? 0.05
}
