/** Rows of the placements service's fact tables as they travel in events. */
import { z } from 'zod'
import { AUTHORITIES } from './authorities.ts'
import { EXIT_TYPES } from './closures.ts'
import { DORMITORIES } from './dormitories.ts'
import { FACILITY_TYPES } from './facilities.ts'
import {
  FACILITY_LIFECYCLES,
  INSPECTION_RESULTS,
  LEGAL_FIGURES,
  REGIMES,
  REGISTRY_STATUSES,
} from './facility-registry.ts'
import {
  childId,
  code,
  idColumn,
  instant,
  localDate,
  municipalityKey,
  origin,
  sealedCells,
  stateCode,
  text,
} from './fact-columns.ts'
import type { FacilityId, FacilityRecordId, InspectionId, StayId, UrgentMeasureId } from './ids.ts'
import { RUNNERS } from './runners-of-places.ts'

export const FacilityRow = z.object({
  id: idColumn<FacilityId>(),
  key: z.string().nullable(),
  name: text,
  name_key: text,
  type: code(FACILITY_TYPES),
  state: stateCode,
  municipality: z.string().nullable(),
  // Told since 2026-11-27: rows of before have none.
  municipality_key: municipalityKey.nullable().default(null),
  operator: z.string().nullable(),
  // Told since 2026-11-27: rows of before have none.
  run_by: code(RUNNERS).nullable().default(null),
  capacity: z.int().min(0).nullable(),
  // Told since 2026-11-26: rows of before have none.
  carers: z.int().min(0).nullable().default(null),
  registry_status: code(REGISTRY_STATUSES),
  lifecycle: code(FACILITY_LIFECYCLES),
  opened_on: localDate.nullable(),
  closed_on: localDate.nullable(),
  // Told since 2026-11-29: rows of before have none.
  same_as: idColumn<FacilityId>().nullable().default(null),
  ...sealedCells,
  ...origin,
})

export const FacilityRecordRow = z.object({
  id: idColumn<FacilityRecordId>(),
  facility_id: idColumn<FacilityId>(),
  registry_number: z.string().nullable(),
  ...sealedCells,
  legal_figure: code(LEGAL_FIGURES).nullable(),
  regime: code(REGIMES).nullable(),
  director: z.string().nullable(),
  // Told since 2026-11-26: rows of before have none.
  contact: z.string().nullable().default(null),
  funding: z.string().nullable(),
  gazetted_on: localDate.nullable(),
  places_girls_under_12: z.int().min(0).nullable(),
  places_boys_under_12: z.int().min(0).nullable(),
  places_girls_from_12: z.int().min(0).nullable(),
  places_boys_from_12: z.int().min(0).nullable(),
  ...origin,
})

export const StayRow = z.object({
  id: idColumn<StayId>(),
  child_id: childId,
  facility_id: idColumn<FacilityId>(),
  entered_at: instant,
  left_at: instant.nullable(),
  exit_type: code(EXIT_TYPES).nullable(),
  dif_file: z.string().nullable(),
  // Told since 2026-11-26: rows of before have none of them.
  sleeps_with: code(DORMITORIES).nullable().default(null),
  siblings_apart: z.boolean().nullable().default(null),
  missing_reported: z.boolean().nullable().default(null),
  missing_reported_at: instant.nullable().default(null),
  bed: z.string().nullable().default(null),
  ...origin,
})

export const UrgentMeasureRow = z.object({
  id: idColumn<UrgentMeasureId>(),
  stay_id: idColumn<StayId>(),
  child_id: childId,
  number: text,
  // Told since 2026-11-26: rows of before have none.
  requested_at: instant.nullable().default(null),
  ordered_at: instant.nullable(),
  authority: code(AUTHORITIES).nullable(),
  ratified_at: instant.nullable(),
  ...origin,
})

export const InspectionRow = z.object({
  id: idColumn<InspectionId>(),
  facility_id: idColumn<FacilityId>(),
  inspected_on: localDate,
  authority: code(AUTHORITIES),
  result: code(INSPECTION_RESULTS),
  observations: z.string().nullable(),
  ...origin,
})
