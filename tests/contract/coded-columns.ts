/** Which column of the database holds the codes of which list of the law. */
import { ASYLUM_STATUSES, REASONS_FOR_GIVING_UP } from '@vigia/law/asylum'
import { AUTHORITIES } from '@vigia/law/authorities'
import { CHECKLIST_ITEMS } from '@vigia/law/checklist'
import { EXIT_TYPES } from '@vigia/law/closures'
import type { CodeList } from '@vigia/law/code-list'
import { DETECTING_AUTHORITIES } from '@vigia/law/detecting-authorities'
import { INTERVIEWERS, NOTICE_CHANNELS, PROCEDURE_DECISIONS } from '@vigia/law/detection-evidence'
import { DETECTION_TYPES } from '@vigia/law/detection-types'
import { DETERMINATION_OUTCOMES, DETERMINATION_STATUSES, GUARANTEES } from '@vigia/law/determinations'
import { DORMITORIES } from '@vigia/law/dormitories'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import {
  FACILITY_LIFECYCLES,
  INSPECTION_RESULTS,
  LEGAL_FIGURES,
  REGIMES,
  REGISTRY_STATUSES,
} from '@vigia/law/facility-registry'
import { FAMILY_TIES } from '@vigia/law/family-ties'
import { IDENTIFIER_TYPES } from '@vigia/law/identifiers'
import {
  CURP_ASSIGNMENTS,
  DOCUMENT_HOLDERS,
  DOCUMENT_STATUSES,
  MIGRATION_DOCUMENTS,
} from '@vigia/law/migration-documents'
import { ACCOMPANIMENT_BASES, ACCOMPANIMENTS, AGE_GROUPS, SEXES } from '@vigia/law/people'
import { CASE_STATUSES, CLOSING_REASONS } from '@vigia/law/protection-cases'
import {
  COUNSEL_ANSWERS,
  COUNSEL_DENIERS,
  FORUMS,
  REPRESENTATION_QUALITIES,
  SUSPENSIONS,
} from '@vigia/law/representation-types'
import { RETURN_MODES, RETURN_TYPES } from '@vigia/law/return-types'
import { RIGHTS } from '@vigia/law/rights'
import { RUNNERS } from '@vigia/law/runners-of-places'
import { SOLUTIONS } from '@vigia/law/solutions'
import { CALENDAR_AUTHORITIES } from '@vigia/law/work-suspensions'

type Column = readonly [table: string, column: string, list: CodeList]

/** One code, or null where the column allows it. */
export const COLUMNS_OF_ONE_CODE: readonly Column[] = [
  ['children.child', 'sex', SEXES],
  ['children.child', 'age_group', AGE_GROUPS],
  ['children.child', 'accompaniment', ACCOMPANIMENTS],
  ['children.identifier', 'type', IDENTIFIER_TYPES],
  ['children.family_tie', 'tie', FAMILY_TIES],
  ['children.relative', 'tie', FAMILY_TIES],
  ['children.detection_evidence', 'notice_channel', NOTICE_CHANNELS],
  ['children.detection_evidence', 'interviewer', INTERVIEWERS],
  ['children.detection_evidence', 'procedure_decision', PROCEDURE_DECISIONS],
  ['children.detection', 'authority', DETECTING_AUTHORITIES],
  ['children.detection', 'detection_type', DETECTION_TYPES],
  ['children.detection', 'age_group', AGE_GROUPS],
  ['children.detection', 'accompaniment', ACCOMPANIMENTS],
  ['children.detection', 'accompaniment_basis', ACCOMPANIMENT_BASES],
  ['children.migration_document', 'document', MIGRATION_DOCUMENTS],
  ['children.migration_document', 'status', DOCUMENT_STATUSES],
  ['children.migration_document', 'holder', DOCUMENT_HOLDERS],
  ['children.migration_document', 'curp_assigned', CURP_ASSIGNMENTS],
  ['children.asylum_claim', 'status', ASYLUM_STATUSES],
  ['children.asylum_claim', 'ended_for', REASONS_FOR_GIVING_UP],
  ['placements.facility', 'type', FACILITY_TYPES],
  ['placements.facility', 'run_by', RUNNERS],
  ['placements.facility', 'registry_status', REGISTRY_STATUSES],
  ['placements.facility', 'lifecycle', FACILITY_LIFECYCLES],
  ['placements.facility_record', 'regime', REGIMES],
  ['placements.facility_record', 'legal_figure', LEGAL_FIGURES],
  ['placements.stay', 'exit_type', EXIT_TYPES],
  ['placements.stay', 'sleeps_with', DORMITORIES],
  ['placements.urgent_measure', 'authority', AUTHORITIES],
  ['placements.inspection', 'authority', AUTHORITIES],
  ['placements.inspection', 'result', INSPECTION_RESULTS],
  ['representation.protection_case', 'status', CASE_STATUSES],
  ['representation.protection_case', 'closing_reason', CLOSING_REASONS],
  ['representation.protection_case', 'durable_solution', SOLUTIONS],
  ['representation.representation', 'quality', REPRESENTATION_QUALITIES],
  ['representation.representation', 'forum', FORUMS],
  ['representation.representation', 'suspension', SUSPENSIONS],
  ['representation.counsel_request', 'answer', COUNSEL_ANSWERS],
  ['representation.counsel_request', 'denied_by', COUNSEL_DENIERS],
  ['representation.complaint', 'ombuds', AUTHORITIES],
  ['representation.complaint', 'against', AUTHORITIES],
  ['representation.determination', 'status', DETERMINATION_STATUSES],
  ['representation.plan_measure', 'right_restored', RIGHTS],
  ['representation.determination', 'outcome', DETERMINATION_OUTCOMES],
  ['representation.determination', 'authority', AUTHORITIES],
  ['oversight.work_suspension_told', 'authority', CALENDAR_AUTHORITIES],
  ['returns.return_plan', 'return_type', RETURN_TYPES],
  ['returns.executed_return', 'return_type', RETURN_TYPES],
  ['returns.executed_return', 'mode', RETURN_MODES],
  ['returns.executed_return', 'received_by', FAMILY_TIES],
  ['returns.return_checklist', 'source', AUTHORITIES],
]

/** Several codes of one list. */
export const COLUMNS_OF_CODES: readonly Column[] = [['representation.determination', 'violated_rights', RIGHTS]]

/** Questions by their code, each answered YES, NO or UNKNOWN; and the days of those answers. */
export const COLUMNS_OF_ANSWERS: readonly Column[] = [
  ['representation.determination', 'guarantees', GUARANTEES],
  ['representation.determination', 'guaranteed_on', GUARANTEES],
  ['returns.return_checklist', 'items', CHECKLIST_ITEMS],
  ['returns.return_checklist', 'shown_by_item', CHECKLIST_ITEMS],
]

export const COLUMNS_OF_COUNTRIES: readonly (readonly [table: string, column: string])[] = [
  ['children.child', 'nationality'],
  ['children.child', 'country_of_birth'],
  ['children.child', 'country_of_residence'],
  ['children.detection', 'nationality'],
  ['returns.return_plan', 'destination'],
  ['returns.executed_return', 'destination'],
]
