/** INM's rows: detections, migration documents, returns with its own checklists. */
import { CAUSES } from '@vigia/law/causes'
import { CHECKLIST_ITEMS, type ChecklistItem } from '@vigia/law/checklist'
import { DETECTING_AUTHORITIES } from '@vigia/law/detecting-authorities'
import { DETECTION_TYPES } from '@vigia/law/detection-types'
import { FAMILY_TIES } from '@vigia/law/family-ties'
import {
  CURP_ASSIGNMENTS,
  DOCUMENT_HOLDERS,
  DOCUMENT_STATUSES,
  MIGRATION_DOCUMENTS,
} from '@vigia/law/migration-documents'
import { ACCOMPANIMENT_BASES, ACCOMPANIMENTS, SEXES } from '@vigia/law/people'
import { RETURN_MODES, RETURN_TYPES } from '@vigia/law/return-types'
import { RISK_FACTORS, RISK_PLACES } from '@vigia/law/risk-factors'
import { TRANSIT_CONDITIONS } from '@vigia/law/transit-conditions'
import type { Person } from '../people.ts'
import type { Checklist, Detection, Document, ExecutedReturn } from '../scenario/facts.ts'
import type { Ref } from '../scenario/ref.ts'
import type { Pen } from './pen.ts'

export function detectionRow(row: Detection, pen: Pen): string[] {
  return [
    ...[row.acta, pen.hour(row.at), pen.state(row.state), pen.text(row.town)],
    ...[pen.word(DETECTING_AUTHORITIES, row.authority), pen.word(DETECTION_TYPES, row.type)],
    ...personCells(row, pen),
    ...[pen.word(ACCOMPANIMENTS, accompanimentOf(row.person)), pen.word(ACCOMPANIMENT_BASES, row.basis)],
    ...[pen.words(CAUSES, row.causes), pen.words(TRANSIT_CONDITIONS, row.transit), risksCell(row, pen)],
    ...[row.ppnnaAt, row.difAt, row.consulateAt, row.comarAt].map((at) => pen.hour(at)),
    ...[row.relativeActa ?? '', pen.word(FAMILY_TIES, row.tie)],
  ]
}

/** The place, where the acta tells it, stands in brackets behind each factor. */
function risksCell({ risks, riskPlace }: Detection, pen: Pen): string {
  const at = riskPlace === null ? '' : ` (${pen.word(RISK_PLACES, riskPlace)})`
  return risks.map((factor) => `${pen.word(RISK_FACTORS, factor)}${at}`).join('|')
}

export function accompanimentOf({ company, isSeparated }: Person): keyof typeof ACCOMPANIMENTS {
  return isSeparated ? 'SEPARATED' : company
}

function personCells({ person, age }: Detection, pen: Pen): string[] {
  return [
    ...[person.nue ?? '', person.curp ?? ''],
    ...[pen.text(person.given), pen.text(person.first), pen.text(person.second)],
    ...[pen.word(SEXES, person.sex), pen.day(person.bornOn), pen.yesNo(person.isBirthEstimated), String(age)],
    ...[person.nationality, person.countryOfBirth, person.countryOfResidence].map((code) => pen.country(code)),
    pen.text(person.language),
  ]
}

export const refCells = ({ acta, nue, curp }: Ref): string[] => [acta ?? '', nue ?? '', curp ?? '']

export function documentRow(row: Document, pen: Pen): string[] {
  return [
    ...refCells(row.ref),
    ...[pen.word(MIGRATION_DOCUMENTS, row.document), pen.word(DOCUMENT_STATUSES, row.status)],
    ...[pen.day(row.grantedOn), pen.day(row.issuedOn), pen.day(row.expiresOn)],
    ...[pen.word(DOCUMENT_HOLDERS, row.holder), pen.yesNo(row.isBound), pen.word(CURP_ASSIGNMENTS, row.curp)],
  ]
}

export function returnRow(row: ExecutedReturn, pen: Pen): string[] {
  return [
    ...[row.folio, ...refCells(row.ref), pen.state(row.state)],
    ...[
      pen.day(row.plannedOn),
      row.isHourTold ? pen.hour(row.departedAt) : pen.day(row.departedAt),
      pen.word(RETURN_TYPES, row.type),
      pen.country(row.destination),
    ],
    ...[pen.word(RETURN_MODES, row.mode), pen.text(row.exitPoint), pen.text(row.receivedBy), row.determination ?? ''],
  ]
}

/** CNDH's monitors fill the same form. */
export function checklistRow({ folio, answers }: Checklist, pen: Pen): string[] {
  const cells = Object.keys(CHECKLIST_ITEMS).map((item) => pen.yesNo(answers[item as ChecklistItem] ?? 'UNKNOWN'))
  return [folio, ...cells]
}
