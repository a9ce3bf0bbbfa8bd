/** Rows of the representation service's fact tables as they travel in events. */
import { z } from 'zod'
import { AUTHORITIES } from './authorities.ts'
import { DETERMINATION_OUTCOMES, DETERMINATION_STATUSES, GUARANTEES } from './determinations.ts'
import { childId, code, idColumn, instant, localDate, origin, stateCode, text } from './fact-columns.ts'
import type {
  CaseId,
  ComplaintId,
  CounselRequestId,
  DeterminationId,
  FollowUpId,
  PlanMeasureId,
  RepresentationId,
  RestitutionPlanId,
} from './ids.ts'
import { ANSWERS } from './people.ts'
import { CASE_STATUSES, CLOSING_REASONS } from './protection-cases.ts'
import {
  COUNSEL_ANSWERS,
  COUNSEL_DENIERS,
  FORUMS,
  REPRESENTATION_QUALITIES,
  SUSPENSIONS,
} from './representation-types.ts'
import { RIGHTS } from './rights.ts'
import { SOLUTIONS } from './solutions.ts'

const caseId = idColumn<CaseId>()

export const ProtectionCaseRow = z.object({
  id: caseId,
  folio: text,
  child_id: childId,
  state: stateCode,
  notified_at: instant.nullable(),
  opened_at: instant,
  status: code(CASE_STATUSES),
  closed_at: instant.nullable(),
  closing_reason: code(CLOSING_REASONS).nullable(),
  durable_solution: code(SOLUTIONS).nullable(),
  transition_plan_on: localDate.nullable(),
  documents_handed_on: localDate.nullable(),
  // Told since 2026-11-26: rows of before have none.
  reunification_agreed_on: localDate.nullable().default(null),
  consular_contact: z.boolean().nullable(),
  consular_contact_on: localDate.nullable(),
  ...origin,
})

export const RepresentationRow = z.object({
  id: idColumn<RepresentationId>(),
  case_id: caseId,
  child_id: childId,
  quality: code(REPRESENTATION_QUALITIES),
  represented_by: z.string().nullable(),
  forum: code(FORUMS).nullable(),
  started_on: localDate,
  ended_on: localDate.nullable(),
  // Told since 2026-11-26: rows of before have neither.
  suspension: code(SUSPENSIONS).nullable().default(null),
  suspension_on: localDate.nullable().default(null),
  // Told since 2026-11-27.
  counsel_key: text.nullable().default(null),
  ...origin,
})

export const CounselRequestRow = z.object({
  id: idColumn<CounselRequestId>(),
  case_id: caseId,
  child_id: childId,
  requested_on: localDate,
  answer: code(COUNSEL_ANSWERS).nullable(),
  answered_on: localDate.nullable(),
  denial_reason: z.string().nullable(),
  // Told since 2026-11-26: rows of before have none.
  denied_by: code(COUNSEL_DENIERS).nullable().default(null),
  ...origin,
})

export const DeterminationRow = z.object({
  id: idColumn<DeterminationId>(),
  case_id: caseId,
  child_id: childId,
  number: text,
  decided_at: instant,
  opened_at: instant.nullable(),
  status: code(DETERMINATION_STATUSES).nullable(),
  reviewer: z.string().nullable(),
  outcome: code(DETERMINATION_OUTCOMES),
  authority: code(AUTHORITIES),
  /** A guarantee that is absent was not asked about. */
  guarantees: z.partialRecord(code(GUARANTEES), code(ANSWERS)),
  // Told since 2026-11-26: rows of before have none of these.
  factors: z.string().nullable().default(null),
  guaranteed_on: z.partialRecord(code(GUARANTEES), localDate).default({}),
  violated_rights: z.array(code(RIGHTS)).default([]),
  ...origin,
})

export const RestitutionPlanRow = z.object({
  id: idColumn<RestitutionPlanId>(),
  case_id: caseId,
  child_id: childId,
  folio: text,
  issued_on: localDate,
  measures: z.array(text),
  ...origin,
})

export const PlanMeasureRow = z.object({
  id: idColumn<PlanMeasureId>(),
  plan_id: idColumn<RestitutionPlanId>(),
  child_id: childId,
  entry: text,
  right_restored: code(RIGHTS).nullable(),
  measure: text,
  institution: z.string().nullable(),
  due_on: localDate.nullable(),
  fulfilled_on: localDate.nullable(),
  ...origin,
})

export const FollowUpRow = z.object({
  id: idColumn<FollowUpId>(),
  case_id: caseId,
  child_id: childId,
  followed_on: localDate,
  ...origin,
})

export const ComplaintRow = z.object({
  id: idColumn<ComplaintId>(),
  folio: text,
  child_id: childId,
  ombuds: code(AUTHORITIES),
  state: stateCode.nullable().default(null),
  against: code(AUTHORITIES),
  received_on: localDate,
  report_asked_on: localDate.nullable(),
  report_answered_on: localDate.nullable(),
  recommended_on: localDate.nullable(),
  recommendation_answered_on: localDate.nullable(),
  ...origin,
})
