/** Complaints, as the national commission and those of the states write them in one form. */
import { AUTHORITIES } from '@vigia/law/authorities'
import type { Complaint } from '../scenario/fuller-facts.ts'
import { refCells } from './inm.ts'
import type { Pen } from './pen.ts'

export function complaintRow(row: Complaint, pen: Pen): string[] {
  return [
    ...[row.folio, ...refCells(row.ref), pen.word(AUTHORITIES, row.against), pen.day(row.receivedOn)],
    ...[row.reportAskedOn, row.reportAnsweredOn, row.recommendedOn, row.recommendationAnsweredOn].map((on) =>
      pen.day(on),
    ),
  ]
}
