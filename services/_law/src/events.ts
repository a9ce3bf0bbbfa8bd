/**
 * What services tell one another: the only shapes that travel between them.
 *
 * Each change of a fact table is an event that carries the row as it now is (prisma/migrations, outbox.tell).
 * A withdrawn row carries nothing: who keeps a picture forgets it by its id. Followers read events with SQL, a
 * batch at a time; these schemas say what is there to read, and tests hold the database to them.
 */
import { z } from 'zod'
import {
  AsylumClaimRow,
  ChildRow,
  DetectionEvidenceRow,
  DetectionRow,
  FamilyTieRow,
  IdentifierRow,
  MigrationDocumentRow,
  RelativeRow,
} from './child-rows.ts'
import { batchId, childId, code, instant, localDate, stateCode, text } from './fact-columns.ts'
import { INDICATORS } from './indicators.ts'
import { FacilityRecordRow, FacilityRow, InspectionRow, StayRow, UrgentMeasureRow } from './placement-rows.ts'
import {
  ComplaintRow,
  CounselRequestRow,
  DeterminationRow,
  FollowUpRow,
  PlanMeasureRow,
  ProtectionCaseRow,
  RepresentationRow,
  RestitutionPlanRow,
} from './representation-rows.ts'
import { ExecutedReturnRow, ReturnChecklistRow, ReturnPlanRow } from './return-rows.ts'
import { STANDINGS } from './standings.ts'
import { CALENDAR_AUTHORITIES } from './work-suspensions.ts'

/** The services, which are also the sources of events. */
export const SERVICES = ['children', 'placements', 'representation', 'returns', 'oversight'] as const

export type Service = (typeof SERVICES)[number]

/** The row of each fact table, by the entity its events name. */
export const FACTS = {
  child: ChildRow,
  identifier: IdentifierRow,
  family_tie: FamilyTieRow,
  detection: DetectionRow,
  detection_evidence: DetectionEvidenceRow,
  relative: RelativeRow,
  migration_document: MigrationDocumentRow,
  asylum_claim: AsylumClaimRow,
  facility: FacilityRow,
  facility_record: FacilityRecordRow,
  stay: StayRow,
  urgent_measure: UrgentMeasureRow,
  inspection: InspectionRow,
  protection_case: ProtectionCaseRow,
  representation: RepresentationRow,
  counsel_request: CounselRequestRow,
  determination: DeterminationRow,
  restitution_plan: RestitutionPlanRow,
  plan_measure: PlanMeasureRow,
  follow_up: FollowUpRow,
  complaint: ComplaintRow,
  return_plan: ReturnPlanRow,
  executed_return: ExecutedReturnRow,
  return_checklist: ReturnChecklistRow,
} as const

export type Fact = keyof typeof FACTS
export type FactRow<F extends Fact> = z.output<(typeof FACTS)[F]>

/** A file that a service took in, or has withdrawn. */
export const BatchRow = z.object({
  id: batchId,
  feed: text,
  source: text,
  state: stateCode.nullable(),
  cutoff_on: localDate,
  is_preliminary: z.boolean(),
  is_confirmed: z.boolean().default(false),
  file_name: text,
  sha256: text,
  row_count: z.int(),
  accepted_count: z.int(),
  refused_count: z.int(),
  unmatched_count: z.int(),
  unchanged_count: z.int(),
  skipped_count: z.int(),
  taken_at: instant,
  withdrawn_at: instant.nullable(),
  withdrawn_reason: z.string().nullable(),
})

/** A day counter that has a new value: n is the value, not the change. */
export const CounterRow = z.object({
  indicator: code(INDICATORS).or(z.templateLiteral(['STANDING_', code(STANDINGS)])),
  state: stateCode,
  day: localDate,
  n: z.int(),
})

/** Which states beside that of the first detection, and which counsel by its keys, may know of a child: all of them, as it is now. */
export const SightRow = z.object({
  child_id: childId,
  states: z.array(stateCode),
  parties: z.array(text).default([]),
})

/** An entry on a suspension of work: one that an authority has published, or that it was none. */
export const WorkSuspensionRow = z.object({
  id: text,
  suspension_id: text,
  entry: z.enum(['RECORDED', 'WITHDRAWN']),
  authority: code(CALENDAR_AUTHORITIES),
  state: stateCode.nullable(),
  first_day: localDate,
  last_day: localDate,
})

export const CHANGES = ['recorded', 'corrected', 'withdrawn'] as const

export type Change = (typeof CHANGES)[number]
const OTHERS = [
  ...(['batch.recorded', 'batch.counted', 'batch.withdrawn'] as const),
  ...(['indicator.changed', 'sight.changed', 'work_suspension.told'] as const),
] as const

export type EventType = `${Fact}.${Change}` | (typeof OTHERS)[number]

const Envelope = z.object({
  /** Its number in the log, without gaps. */
  seq: z.coerce.bigint(),
  source: z.enum(SERVICES),
  type: text,
  entity_id: z.string().nullable(),
  child_id: z.string().nullable(),
  batch_id: z.string().nullable(),
  recorded_at: z.coerce.date(),
  payload: z.unknown(),
})

export type VigiaEvent = Omit<z.output<typeof Envelope>, 'type'> & { type: EventType }

/** Checks one row of the log, payload included. Throws a ZodError that says what is wrong where. */
export function readEvent(row: unknown): VigiaEvent {
  const envelope = Envelope.parse(row)
  const [entity = '', change = ''] = envelope.type.split('.')
  return { ...envelope, type: eventType(envelope.type), payload: payloadOf(entity, change).parse(envelope.payload) }
}

export function isEventType(type: string): type is EventType {
  const [entity = '', change = ''] = type.split('.')
  if (OTHERS.some((known) => type === known)) return true
  return Object.hasOwn(FACTS, entity) && CHANGES.some((known) => type === `${entity}.${known}`) && change !== ''
}

function eventType(type: string): EventType {
  if (!isEventType(type)) throw new RangeError(`No event is called "${type}"`)
  return type
}

function payloadOf(entity: string, change: string): z.ZodType {
  if (entity === 'indicator') return CounterRow
  if (entity === 'batch') return change === 'counted' ? z.null() : BatchRow
  if (entity === 'sight') return SightRow
  if (entity === 'work_suspension') return WorkSuspensionRow
  if (change === 'withdrawn') return z.null()
  return Object.hasOwn(FACTS, entity) ? FACTS[entity as Fact] : z.never()
}
