/** Of which alerts an office owes the duty, as a condition. The law's table says the same of one alert: _law/src/alert-offices.ts. */
import type { Mark } from '@vigia/kit/graph/page'
import type { AlertKind } from '@vigia/law/alert-kinds'
import {
  type AlertOffice,
  kindsOwedBy,
  OWED_BY_THE_PLACE,
  OWED_BY_WHOM_IT_NAMES,
  sendersOf,
} from '@vigia/law/alert-offices'
import { codesOf } from '@vigia/law/code-list'
import { FACILITY_TYPES, isDetention } from '@vigia/law/facilities'
import { NATION } from '@vigia/law/states'

const PLACES_OF_INM = codesOf(FACILITY_TYPES).filter(isDetention)

/** Of alerts `a`. The kinds stand apart, so that an index finds those of an office that owes few. */
export function owedBy(office: AlertOffice, mark: Mark): string {
  const [always, senders] = [kindsOwedBy(office), mark(sendersOf(office))]
  const named = (kinds: readonly AlertKind[], part: number) =>
    `(a.kind = any (${mark(kinds)}) and split_part(a.subject, '/', ${part}) = any (${senders}))`
  const kinds: AlertKind[] = [...always, 'OFFICE_SILENT', ...OWED_BY_WHOM_IT_NAMES]
  const owed = [`a.kind = any (${mark(always)})`, named(['OFFICE_SILENT'], 3), named(OWED_BY_WHOM_IT_NAMES, 2)]
  if (office === 'DIF' || office === 'INM') {
    kinds.push(...OWED_BY_THE_PLACE)
    owed.push(`(a.kind = any (${mark(OWED_BY_THE_PLACE)}) and ${office === 'INM' ? '' : 'not'} exists (
      select from oversight.facility_ref p where p.facility_id = a.facility_id and p.type = any (${mark(PLACES_OF_INM)})))`)
  }
  if (office === 'SIPINNA' || office === 'SIPINNA_STATE') {
    kinds.push('SECRETARIAT_VACANT')
    owed.push(`(a.kind = 'SECRETARIAT_VACANT' and a.subject ${office === 'SIPINNA' ? '=' : '<>'} ${mark(NATION.code)})`)
  }
  return `a.kind = any (${mark(kinds)}) and (${owed.join(' or ')})`
}
