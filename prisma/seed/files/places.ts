/** Rows about places: lists of facilities, stays, visits of supervision. INM, DIF and CNDH write them in one form. */
import { AUTHORITIES } from '@vigia/law/authorities'
import { EXIT_TYPES } from '@vigia/law/closures'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { FACILITY_LIFECYCLES, INSPECTION_RESULTS, REGISTRY_STATUSES } from '@vigia/law/facility-registry'
import type { FacilityEntry, Inspection, Stay } from '../scenario/facts.ts'
import { refCells } from './inm.ts'
import type { Pen } from './pen.ts'

export function facilityRow({ place }: FacilityEntry, pen: Pen): string[] {
  return [
    ...[place.key ?? '', pen.text(place.name), pen.word(FACILITY_TYPES, place.type), pen.state(place.state)],
    ...[pen.text(place.town), pen.text(place.operator), place.capacity === null ? '' : String(place.capacity)],
    ...[pen.word(REGISTRY_STATUSES, place.registry), pen.word(FACILITY_LIFECYCLES, place.lifecycle)],
    ...[pen.day(place.openedOn), pen.day(place.closedOn), '', ''],
  ]
}

/** A place on a list of the sender's own is named by its key; any other by its name, its kind and its state. */
export function stayRow(row: Stay, pen: Pen): string[] {
  const { place, measure } = row
  const isOwn = place.listedBy === row.sender
  return [
    ...refCells(row.ref),
    ...[
      isOwn ? (place.key ?? '') : '',
      pen.text(place.name),
      pen.word(FACILITY_TYPES, place.type),
      pen.state(place.state),
    ],
    ...[pen.hour(row.enteredAt), pen.hour(row.leftAt), pen.word(EXIT_TYPES, row.exit), row.difFile ?? ''],
    ...[measure?.number ?? '', pen.hour(measure?.at ?? null), pen.word(AUTHORITIES, measure?.authority ?? null)],
    pen.hour(measure?.ratifiedAt ?? null),
  ]
}

export function inspectionRow(row: Inspection, pen: Pen): string[] {
  return [
    ...[row.place.key ?? '', pen.day(row.on), pen.word(AUTHORITIES, row.sender === 'PPNNA' ? 'PPNNA' : 'CNDH')],
    ...[pen.word(INSPECTION_RESULTS, row.result), pen.text(row.remark)],
  ]
}
