/** What oversight knows of many children at once, as rules of alerts read it: two statements, whatever their number. */
import type { AsylumStatus } from '@vigia/law/asylum'
import type { Authority } from '@vigia/law/authorities'
import type { ExitType } from '@vigia/law/closures'
import type { DeterminationOutcome } from '@vigia/law/determinations'
import type { FacilityType } from '@vigia/law/facilities'
import type { Accompaniment } from '@vigia/law/people'
import type { RepresentationQuality } from '@vigia/law/representation-types'
import type { ReturnType } from '@vigia/law/return-types'
import type { PoolClient } from 'pg'
import type { ChildPicture, Detection, Evidence, Keeping, ProtectionCase, Stay } from '../engine/child.ts'

interface FactRow {
  child_id: string
  entity: string
  id: string
  at: Date
  until: Date | null
  code: string | null
  notified_at: Date | null
  state: string | null
  facility_id: string | null
  facility_type: string | null
  facility_state: string | null
  detail: Record<string, unknown> | null
}

interface ChildRow {
  id: string
  state: string
  accompaniment: Accompaniment
  language: string | null
  turns18On: string | null
}

const FACTS = `
  select f.child_id, f.entity, f.entity_id as id, f.at, f.until, f.code, f.notified_at, f.state, f.facility_id,
         p.type as facility_type, p.state as facility_state, f.detail
  from oversight.path_fact f left join oversight.facility_ref p on p.facility_id = f.facility_id
  where f.child_id = any ($1::uuid[])`
const CHILDREN = `
  select child_id as id, state, accompaniment, language, turns18_on::text as "turns18On"
  from oversight.child_ref where child_id = any ($1::uuid[])`

/** By their id; no entry for a child of whom nothing is known, or not any more. */
export async function childPictures(client: PoolClient, ids: readonly string[]): Promise<Map<string, ChildPicture>> {
  if (ids.length === 0) return new Map()
  const children = await client.query<ChildRow>({ name: 'alert-children', text: CHILDREN, values: [ids] })
  const facts = await client.query<FactRow>({ name: 'alert-facts', text: FACTS, values: [ids] })
  const byChild = Map.groupBy(facts.rows, ({ child_id }) => child_id)
  const known = new Map(children.rows.map((child) => [child.id, pictureOf(child, byChild.get(child.id) ?? [])]))
  const ofNobody = [...byChild].flatMap(([id, rows]) => (known.has(id) ? [] : pictureOfNobody(id, rows)))
  return new Map([...known, ...ofNobody])
}

/** Of a child whose finds were withdrawn: in the state of what is left of it. */
function pictureOfNobody(id: string, rows: readonly FactRow[]): [string, ChildPicture][] {
  const state = rows.find((row) => row.state !== null)?.state
  if (!state) return []
  const child: ChildRow = { id, state, accompaniment: 'UNDETERMINED', language: null, turns18On: null }
  return [[id, { ...pictureOf(child, rows), isOfNobody: true }]]
}

function pictureOf(child: ChildRow, rows: readonly FactRow[]): ChildPicture {
  const byEntity = Map.groupBy(rows, ({ entity }) => entity)
  const all = <Fact>(entity: string, read: (row: FactRow) => Fact): (Fact & { id: string; at: Date })[] =>
    (byEntity.get(entity) ?? []).map((row) => ({ id: row.id, at: row.at, ...read(row) }))
  return {
    ...child,
    detections: all('detection', detectionOf),
    evidence: all('detection_evidence', evidenceOf),
    documents: all('migration_document', documentOf),
    claims: all('asylum_claim', ({ detail }) => ({
      status: detail?.['status'] as AsylumStatus,
      ...{ statusOn: text(detail, 'status_on'), notifiedOn: text(detail, 'notified_on') },
    })),
    stays: all('stay', stayOf),
    measures: all('urgent_measure', ({ detail }) => ({
      stayId: text(detail, 'stay_id') ?? '',
      ...{ requestedAt: instant(detail, 'requested_at'), orderedAt: instant(detail, 'ordered_at') },
      ratifiedAt: instant(detail, 'ratified_at'),
    })),
    cases: all('protection_case', (row) => caseOf(row, child.state)),
    representations: all('representation', ({ code, until, detail }) => ({
      quality: code as RepresentationQuality,
      forum: word(detail, 'forum'),
      endedAt: until,
      ...{ suspension: word(detail, 'suspension'), suspensionOn: text(detail, 'suspension_on') },
    })),
    counselRequests: all('counsel_request', ({ detail }) => ({
      ...{ answer: word(detail, 'answer'), answeredOn: text(detail, 'answered_on') },
      caseId: text(detail, 'case_id'),
    })),
    determinations: all('determination', ({ code, detail }) => ({
      ...{ caseId: text(detail, 'case_id'), outcome: code as DeterminationOutcome },
      authority: detail?.['authority'] as Authority,
      interpreter: word(detail, 'interpreter'),
    })),
    plans: all('restitution_plan', ({ detail }) => ({ caseId: text(detail, 'case_id') })),
    followUps: all('follow_up', () => ({})),
    complaints: all('complaint', complaintOf),
    returnPlans: all('return_plan', (row) => planOf(row, child.state)),
    returns: all('executed_return', (row) => returnOf(row, child.state)),
    checklists: all('return_checklist', ({ detail }) => ({
      returnId: text(detail, 'return_id') ?? '',
      items: (detail?.['items'] ?? {}) as ChildPicture['checklists'][number]['items'],
    })),
  }
}

function detectionOf({ state, notified_at, detail }: FactRow): Omit<Detection, 'id' | 'at'> {
  return {
    state: state ?? '',
    ppnnaNotifiedAt: notified_at,
    difNotifiedAt: instant(detail, 'dif_notified_at'),
    consulateNotifiedAt: instant(detail, 'consulate_notified_at'),
    comarNotifiedAt: instant(detail, 'comar_notified_at'),
  }
}

function evidenceOf({ detail }: FactRow): Omit<Evidence, 'id' | 'at'> {
  return {
    detectionId: text(detail, 'detection_id') ?? '',
    handedOverAt: instant(detail, 'handed_over_at'),
    handoverAct: yes(detail, 'has_handover_act')
      ? { tellsNotice: yes(detail, 'handover_tells_notice'), hasReceipt: yes(detail, 'handover_has_receipt') }
      : null,
    interviewedAt: instant(detail, 'interviewed_at'),
    presentedAt: instant(detail, 'presented_at'),
    enteredOn: text(detail, 'entered_on'),
    hadInterpreter: yes(detail, 'had_interpreter'),
    need: word(detail, 'need'),
    evaluatedOn: text(detail, 'evaluated_on'),
    procedureOpenedOn: text(detail, 'procedure_opened_on'),
    procedureDecidedOn: text(detail, 'procedure_decided_on'),
  }
}

function documentOf({ detail }: FactRow): Omit<ChildPicture['documents'][number], 'id' | 'at'> {
  return {
    document: detail?.['document'] as ChildPicture['documents'][number]['document'],
    status: detail?.['status'] as ChildPicture['documents'][number]['status'],
    grantedOn: text(detail, 'granted_on'),
    issuedOn: text(detail, 'issued_on'),
    expiresOn: text(detail, 'expires_on'),
    holder: word(detail, 'holder'),
    retainedOn: text(detail, 'retained_on'),
    geographicRestriction: yes(detail, 'geographic_restriction'),
    toldAt: instant(detail, 'told_at'),
    expiredToldAt: instant(detail, 'expired_told_at') ?? instant(detail, 'told_at'),
    boundToldAt: instant(detail, 'bound_told_at') ?? instant(detail, 'told_at'),
    curpAssigned: word(detail, 'curp_assigned'),
  }
}

function stayOf({ facility_id, facility_type, facility_state, until, code, detail }: FactRow): Omit<Stay, 'id' | 'at'> {
  return {
    facilityId: facility_id ?? '',
    type: facility_type as FacilityType | null,
    state: facility_state,
    leftAt: until,
    exitType: code as ExitType | null,
    keeping: detail && keepingOf(detail),
  }
}

function keepingOf(detail: Record<string, unknown>): Keeping | null {
  const toldAt = instant(detail, 'told_at')
  return (
    toldAt && {
      ...{ toldAt, sleepsWith: word(detail, 'sleeps_with'), areSiblingsApart: yes(detail, 'siblings_apart') },
      ...{ isMissingReported: yes(detail, 'missing_reported') },
      missingReportedAt: instant(detail, 'missing_reported_at'),
    }
  )
}

function caseOf({ notified_at, until, detail }: FactRow, state: string): Omit<ProtectionCase, 'id' | 'at'> {
  return {
    state: text(detail, 'state') ?? state,
    notifiedAt: notified_at,
    closedAt: until,
    transitionPlanOn: text(detail, 'transition_plan_on'),
  }
}

function returnOf({ detail, code, state }: FactRow, ofChild: string) {
  return { folio: text(detail, 'folio') ?? '', state: state ?? ofChild, returnType: code as ReturnType }
}

function complaintOf({ detail }: FactRow) {
  return {
    ...{ ombuds: word<Authority>(detail, 'ombuds'), against: word<Authority>(detail, 'against') },
    state: text(detail, 'state'),
    reportAskedOn: text(detail, 'report_asked_on'),
    reportAnsweredOn: text(detail, 'report_answered_on'),
  }
}

function planOf(row: FactRow, ofChild: string) {
  return { ...returnOf(row, ofChild), plannedOn: text(row.detail, 'planned_on') }
}

type Detail = FactRow['detail']

function text(detail: Detail, field: string): string | null {
  const value = detail?.[field]
  return typeof value === 'string' ? value : null
}
/** A code of a list: what the database holds is of it. */
function word<Code extends string>(detail: Detail, field: string): Code | null {
  return text(detail, field) as Code | null
}
function yes(detail: Detail, field: string): boolean | null {
  const value = detail?.[field]
  return typeof value === 'boolean' ? value : null
}
function instant(detail: Detail, field: string): Date | null {
  const value = text(detail, field)
  return value === null ? null : new Date(value)
}
