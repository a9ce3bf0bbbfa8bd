/** What tells a partner more than its agreement lets it know: of which state a row is, of which kind an alert. */
import type { Actor } from '@vigia/kit/actor'
import { MATRIX } from '@vigia/law/access-matrix'
import { ALERT_KINDS } from '@vigia/law/alert-kinds'

const STATE_OF_ROW = /"state":"(\d\d)"/g
const KIND_OF_ROW = /"kind":"([A-Z_0-9]+)"/g

/** A partner reads no id and no text of a file: of each row it is told the state, and of an alert its kind; nothing once its agreement is over. */
export function beyondAgreement(text: string, { role, states, agreement }: Actor): string[] {
  if (MATRIX[role].rows !== 'AGREEMENT') return []
  const isOver = agreement === undefined || agreement.until <= Date.now()
  const told = [...text.matchAll(STATE_OF_ROW)].map(([, state = '']) => state)
  const kinds = agreement?.kinds ? [...text.matchAll(KIND_OF_ROW)].map(([, kind = '']) => kind) : []
  const beyond = kinds.filter(
    (kind) => Object.hasOwn(ALERT_KINDS, kind) && !agreement?.kinds?.some((one) => one === kind),
  )
  return [
    ...told.filter((state) => isOver || !states?.includes(state)).map((state) => `state ${state}`),
    ...beyond.map((kind) => `kind ${kind}`),
  ]
}
