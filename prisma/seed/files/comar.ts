/** COMAR's rows: claims of asylum and how they stand. */
import { ASYLUM_STATUSES } from '@vigia/law/asylum'
import type { AsylumClaim } from '../scenario/facts.ts'
import { refCells } from './inm.ts'
import type { Pen } from './pen.ts'

export function claimRow(row: AsylumClaim, pen: Pen): string[] {
  return [
    ...[row.file, ...refCells(row.ref), pen.day(row.filedOn)],
    ...[pen.word(ASYLUM_STATUSES, row.status), pen.day(row.statusOn)],
  ]
}
