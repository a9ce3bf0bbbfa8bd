/** What is kept of what is done for children: care, protection, complaints. */
import type { Kept } from './data-kept.ts'

export const DATA_OF_WORK: readonly Kept[] = [
  {
    table: 'placements.facility',
    holds: 'Places where children are lodged or held',
    basis: 'CARE',
    term: 'RECORD',
    data: {
      stats:
        'key name name_key type state municipality municipality_key operator run_by capacity carers registry_status lifecycle opened_on closed_on same_as',
      identity: 'sealed',
      internal: 'mark',
    },
    also: { location: 'name type state municipality', base: 'type run_by' },
  },
  {
    table: 'placements.facility_record',
    holds: 'What the register says of a place (LGDNNA art. 112)',
    basis: 'CARE',
    term: 'RECORD',
    data: {
      stats: `facility_id registry_number legal_figure regime funding gazetted_on places_girls_under_12 places_boys_under_12
        places_girls_from_12 places_boys_from_12`,
      identity: 'sealed',
      oversight: 'director contact',
      internal: 'mark',
    },
  },
  {
    table: 'placements.inspection',
    holds: 'Visits to a place',
    basis: 'CARE',
    term: 'RECORD',
    data: { stats: 'facility_id inspected_on authority result', oversight: 'observations' },
  },
  {
    table: 'placements.stay',
    holds: 'Where a child was, from when until when',
    basis: 'CARE',
    term: 'CHILD',
    data: {
      location: 'facility_id bed',
      base: 'entered_at left_at exit_type',
      identity: 'dif_file',
      care: 'sleeps_with siblings_apart missing_reported missing_reported_at',
    },
    also: { receipts: 'entered_at left_at exit_type' },
  },
  {
    table: 'placements.listing',
    holds: 'What each list said of how a place stands',
    basis: 'CARE',
    term: 'PICTURE',
    data: { technical: 'facility_id cutoff_on taken_at acknowledges lifecycle opened_on closed_on' },
  },
  {
    table: 'placements.told_of',
    holds: 'As in which place a stay or a visit was told, where that place is told to be another',
    basis: 'CARE',
    term: 'PICTURE',
    data: { internal: 'fact_id facility_id' },
  },
  {
    table: 'placements.urgent_measure',
    holds: 'Urgent measures of protection',
    basis: 'PROTECTION',
    term: 'CHILD',
    data: { care: 'stay_id requested_at ordered_at authority ratified_at', identity: 'number' },
  },
  {
    table: 'placements.stay_ledger',
    holds: 'The stay as it is counted',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: {
      pseudonyms: 'kind state entered_at',
      internal: 'stay_id facility_id left_at nationality age_group accompaniment',
    },
  },
  {
    table: 'representation.protection_case',
    holds: 'The file of a Procuraduría',
    basis: 'PROTECTION',
    term: 'CHILD',
    data: {
      representation:
        'state notified_at opened_at status closed_at closing_reason transition_plan_on documents_handed_on reunification_agreed_on',
      risk: 'durable_solution consular_contact consular_contact_on',
      identity: 'folio',
    },
  },
  {
    table: 'representation.representation',
    holds: 'Who represents the child, in which quality',
    basis: 'PROTECTION',
    term: 'CHILD',
    data: {
      representation: 'case_id quality forum started_on ended_on suspension suspension_on',
      identity: 'represented_by counsel_key',
    },
    within: ['representation'],
  },
  {
    table: 'representation.counsel_request',
    holds: 'Requests for a lawyer of its own',
    basis: 'COUNSEL',
    term: 'CHILD',
    data: { representation: 'case_id requested_on answer answered_on denial_reason denied_by' },
  },
  {
    table: 'representation.reported_person',
    holds: 'Whom its file points at as a danger: a hash of the name, read by nobody',
    basis: 'PROTECTION',
    term: 'CHILD',
    data: { internal: 'case_id name_hash' },
  },
  {
    table: 'representation.determination',
    holds: 'Best-interests determinations',
    basis: 'PROTECTION',
    term: 'CHILD',
    data: {
      risk: 'case_id decided_at outcome authority guarantees guaranteed_on violated_rights factors opened_at status',
      identity: 'number',
      oversight: 'reviewer',
    },
    within: ['risk'],
  },
  {
    table: 'representation.restitution_plan',
    holds: 'Plans to restore its rights',
    basis: 'PROTECTION',
    term: 'CHILD',
    data: { risk: 'case_id issued_on measures', identity: 'folio' },
    within: ['risk'],
  },
  {
    table: 'representation.plan_measure',
    holds: 'Measures of a plan, one by one',
    basis: 'PROTECTION',
    term: 'CHILD',
    data: { risk: 'plan_id entry right_restored measure institution due_on fulfilled_on' },
  },
  {
    table: 'representation.follow_up',
    holds: 'Days on which the Procuraduría followed it up',
    basis: 'PROTECTION',
    term: 'CHILD',
    data: { representation: 'case_id followed_on' },
  },
  {
    table: 'representation.complaint',
    holds: 'Complaints to ombudspersons on behalf of the child',
    basis: 'OVERSIGHT',
    term: 'CHILD',
    data: {
      oversight:
        'ombuds state against received_on report_asked_on report_answered_on recommended_on recommendation_answered_on',
      identity: 'folio',
    },
    within: ['oversight'],
  },
  {
    table: 'representation.notice_ref',
    holds: 'Picture: of which notices it was told',
    basis: 'PROTECTION',
    term: 'PICTURE',
    data: { internal: 'detection_id state notified_at' },
  },
  {
    table: 'representation.case_ledger',
    holds: 'How far the Procuraduría has come, as it is counted',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: {
      oversight: 'state notified_at',
      internal: 'opened_at nationality age_group accompaniment determined_at plan_on',
    },
  },
]
