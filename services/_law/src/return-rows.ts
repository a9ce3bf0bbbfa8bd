/** Rows of the returns service's fact tables as they travel in events. */
import { z } from 'zod'
import { AUTHORITIES } from './authorities.ts'
import { CHECKLIST_ITEMS } from './checklist.ts'
import { childId, code, countryCode, idColumn, instant, localDate, origin, stateCode, text } from './fact-columns.ts'
import { FAMILY_TIES } from './family-ties.ts'
import type { ReturnChecklistId, ReturnId, ReturnPlanId } from './ids.ts'
import { ANSWERS } from './people.ts'
import { RETURN_MODES, RETURN_TYPES } from './return-types.ts'

export const ReturnPlanRow = z.object({
  id: idColumn<ReturnPlanId>(),
  folio: text,
  child_id: childId,
  state: stateCode,
  planned_on: localDate,
  return_type: code(RETURN_TYPES),
  destination: countryCode,
  ...origin,
})

export const ExecutedReturnRow = z.object({
  id: idColumn<ReturnId>(),
  folio: text,
  child_id: childId,
  state: stateCode,
  departed_at: instant,
  return_type: code(RETURN_TYPES),
  destination: countryCode,
  mode: code(RETURN_MODES).nullable(),
  exit_point: z.string().nullable(),
  receiving_authority: z.string().nullable(),
  received_by: code(FAMILY_TIES).nullable(),
  determination_number: z.string().nullable(),
  // Told since 2026-11-26: rows of before have none.
  plan_folio: z.string().nullable().default(null),
  ...origin,
})

export const ReturnChecklistRow = z.object({
  id: idColumn<ReturnChecklistId>(),
  return_id: idColumn<ReturnId>(),
  child_id: childId,
  source: code(AUTHORITIES),
  /** An item that is absent was not asked about. */
  items: z.partialRecord(code(CHECKLIST_ITEMS), code(ANSWERS)),
  evidence: z.string().nullable(),
  // Told since 2026-11-26: rows of before have none of these.
  shown_by_item: z.partialRecord(code(CHECKLIST_ITEMS), text).default({}),
  escort_women: z.int().min(0).nullable().default(null),
  escort_men: z.int().min(0).nullable().default(null),
  ...origin,
})
