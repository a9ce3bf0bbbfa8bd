/** Rows of the children service's fact tables as they travel in events. Names are not among them: they never leave the service. */
import { z } from 'zod'
import { ASYLUM_STATUSES, REASONS_FOR_GIVING_UP } from './asylum.ts'
import { DETECTING_AUTHORITIES } from './detecting-authorities.ts'
import { INTERVIEWERS, NOTICE_CHANNELS, PROCEDURE_DECISIONS, PROTECTION_NEEDS } from './detection-evidence.ts'
import { DETECTION_TYPES } from './detection-types.ts'
import {
  childId,
  code,
  countryCode,
  idColumn,
  instant,
  localDate,
  municipalityKey,
  origin,
  sealedCells,
  stateCode,
  text,
} from './fact-columns.ts'
import { FAMILY_TIES } from './family-ties.ts'
import { IDENTIFIER_TYPES } from './identifiers.ts'
import type {
  AsylumClaimId,
  DetectionEvidenceId,
  DetectionId,
  FamilyTieId,
  IdentifierId,
  MigrationDocumentId,
  RelativeId,
} from './ids.ts'
import { CURP_ASSIGNMENTS, DOCUMENT_HOLDERS, DOCUMENT_STATUSES, MIGRATION_DOCUMENTS } from './migration-documents.ts'
import { ACCOMPANIMENT_BASES, ACCOMPANIMENTS, AGE_GROUPS, SEXES } from './people.ts'

export const ChildRow = z.object({
  id: childId,
  folio: text,
  sex: code(SEXES),
  born_on: localDate.nullable(),
  is_birth_estimated: z.boolean(),
  age_group: code(AGE_GROUPS),
  nationality: countryCode,
  country_of_birth: countryCode.nullable(),
  country_of_residence: countryCode.nullable(),
  language: z.string().nullable(),
  accompaniment: code(ACCOMPANIMENTS),
  state: stateCode,
  first_detected_at: instant,
  ...origin,
})

export const IdentifierRow = z.object({
  id: idColumn<IdentifierId>(),
  child_id: childId,
  type: code(IDENTIFIER_TYPES),
  value: text,
  sealed: z.string().nullable(),
  issuer: z.string().nullable(),
  valid_from: localDate.nullable(),
  valid_to: localDate.nullable(),
  ...origin,
})

export const FamilyTieRow = z.object({
  id: idColumn<FamilyTieId>(),
  child_id: childId,
  relative_acta: text,
  tie: code(FAMILY_TIES),
  ...origin,
})

export const DetectionRow = z.object({
  id: idColumn<DetectionId>(),
  child_id: childId,
  acta: text,
  detected_at: instant,
  state: stateCode,
  municipality: z.string().nullable(),
  // Told since 2026-11-27: rows of before have none.
  municipality_key: municipalityKey.nullable().default(null),
  authority: code(DETECTING_AUTHORITIES),
  detection_type: code(DETECTION_TYPES),
  nationality: countryCode,
  age: z.int().min(0).max(17).nullable(),
  age_group: code(AGE_GROUPS),
  // Told since 2026-11-29: rows of before have none of them.
  sex: code(SEXES).nullable().default(null),
  born_on: localDate.nullable().default(null),
  is_birth_estimated: z.boolean().nullable().default(null),
  country_of_birth: countryCode.nullable().default(null),
  country_of_residence: countryCode.nullable().default(null),
  language: z.string().nullable().default(null),
  accompaniment: code(ACCOMPANIMENTS),
  accompaniment_basis: code(ACCOMPANIMENT_BASES).nullable(),
  ...sealedCells,
  ppnna_notified_at: instant.nullable(),
  dif_notified_at: instant.nullable(),
  consulate_notified_at: instant.nullable(),
  comar_notified_at: instant.nullable(),
  // Told since 2026-12-08: rows of before have none.
  child_before: childId.nullable().default(null),
  ...origin,
})

export const DetectionEvidenceRow = z.object({
  id: idColumn<DetectionEvidenceId>(),
  detection_id: idColumn<DetectionId>(),
  child_id: childId,
  notice_folio: z.string().nullable(),
  notice_channel: code(NOTICE_CHANNELS).nullable(),
  notice_office: z.string().nullable(),
  ppnna_arrived_at: instant.nullable(),
  handed_over_at: instant.nullable(),
  informed_at: instant.nullable(),
  informed_in: z.string().nullable(),
  interviewer: code(INTERVIEWERS).nullable(),
  had_interpreter: z.boolean().nullable(),
  // Told since 2026-11-26: rows of before have none of them.
  interviewed_at: instant.nullable().default(null),
  presented_at: instant.nullable().default(null),
  entered_on: localDate.nullable().default(null),
  handover_number: z.string().nullable().default(null),
  handed_over_to: z.string().nullable().default(null),
  handover_tells_notice: z.boolean().nullable().default(null),
  handover_has_receipt: z.boolean().nullable().default(null),
  ...sealedCells,
  // Told since 2026-11-30.
  need: z.enum(PROTECTION_NEEDS).nullable().default(null),
  evaluated_on: localDate.nullable(),
  procedure_opened_on: localDate.nullable(),
  procedure_decided_on: localDate.nullable(),
  procedure_decision: code(PROCEDURE_DECISIONS).nullable(),
  follows_plan: z.boolean().nullable(),
  ...origin,
})

export const RelativeRow = z.object({
  id: idColumn<RelativeId>(),
  child_id: childId,
  tie: code(FAMILY_TIES),
  /** Of the place, as `mark` is of cells; empty where no row has told it. */
  place_mark: z.string(),
  ...sealedCells,
  relative_acta: z.string().nullable(),
  ...origin,
})

export const MigrationDocumentRow = z.object({
  id: idColumn<MigrationDocumentId>(),
  child_id: childId,
  document: code(MIGRATION_DOCUMENTS),
  status: code(DOCUMENT_STATUSES),
  granted_on: localDate.nullable(),
  issued_on: localDate.nullable(),
  expires_on: localDate.nullable(),
  holder: code(DOCUMENT_HOLDERS).nullable(),
  retained_on: localDate.nullable(),
  geographic_restriction: z.boolean().nullable(),
  // Told since 2026-11-27: rows of before have none.
  valid_in: z.array(stateCode).default([]),
  bound_told_at: instant.nullable(),
  expired_told_at: instant.nullable().default(null),
  curp_assigned: code(CURP_ASSIGNMENTS).nullable(),
  ...origin,
})

export const AsylumClaimRow = z.object({
  id: idColumn<AsylumClaimId>(),
  child_id: childId,
  file_number: text,
  filed_on: localDate,
  status: code(ASYLUM_STATUSES),
  status_on: localDate.nullable(),
  // Told since 2026-11-26: rows of before have none of them.
  ratified_on: localDate.nullable().default(null),
  notified_on: localDate.nullable().default(null),
  ended_for: code(REASONS_FOR_GIVING_UP).nullable().default(null),
  ...origin,
})
