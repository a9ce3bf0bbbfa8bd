/** A Procuraduría's rows: cases, representation with requests for counsel, determinations with their plans. */
import { AUTHORITIES } from '@vigia/law/authorities'
import { DETERMINATION_OUTCOMES, GUARANTEES, type Guarantee } from '@vigia/law/determinations'
import { CASE_STATUSES, CLOSING_REASONS } from '@vigia/law/protection-cases'
import { COUNSEL_ANSWERS, FORUMS, REPRESENTATION_QUALITIES } from '@vigia/law/representation-types'
import { SOLUTIONS } from '@vigia/law/solutions'
import type { Determination, ProtectionCase, Representation } from '../scenario/facts.ts'
import { refCells } from './inm.ts'
import type { Pen } from './pen.ts'

export function caseRow(row: ProtectionCase, pen: Pen): string[] {
  return [
    ...[row.folio, ...refCells(row.ref), pen.hour(row.noticeAt), pen.hour(row.openedAt)],
    ...[pen.word(CASE_STATUSES, row.status), pen.day(row.closedOn)],
    ...[pen.word(CLOSING_REASONS, row.reason), pen.word(SOLUTIONS, row.solution)],
  ]
}

export function representationRow(row: Representation, pen: Pen): string[] {
  const { counsel } = row
  return [
    ...[row.folio, pen.word(REPRESENTATION_QUALITIES, row.quality), pen.text(row.by), pen.word(FORUMS, row.forum)],
    ...[pen.day(row.startedOn), pen.day(row.endedOn)],
    ...[pen.day(counsel?.on ?? null), pen.word(COUNSEL_ANSWERS, counsel?.answer ?? null)],
    ...[pen.day(counsel?.answeredOn ?? null), pen.text(counsel?.denial ?? null)],
  ]
}

export function determinationRow(row: Determination, pen: Pen): string[] {
  const { plan } = row
  return [
    ...[row.folio, row.number, pen.day(row.on), pen.word(DETERMINATION_OUTCOMES, row.outcome)],
    pen.word(AUTHORITIES, row.authority),
    ...Object.keys(GUARANTEES).map((guarantee) => pen.yesNo(row.guarantees[guarantee as Guarantee])),
    ...[
      plan?.folio ?? '',
      pen.day(plan?.on ?? null),
      (plan?.measures ?? []).map((measure) => pen.text(measure)).join('|'),
    ],
  ]
}
