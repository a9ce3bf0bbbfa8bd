/** What is kept of children themselves: who they are, how they were found, what they are in danger of. */
import type { Kept } from './data-kept.ts'

export const DATA_OF_CHILDREN: readonly Kept[] = [
  {
    table: 'children.child',
    holds: 'The child, without a name',
    basis: 'IDENTITY',
    term: 'CHILD',
    data: {
      base: 'folio sex age_group nationality accompaniment state first_detected_at',
      identity: 'born_on is_birth_estimated country_of_birth country_of_residence language',
    },
    also: { care: 'language' },
  },
  {
    table: 'children.person_name',
    holds: 'Its names, sealed: read by no field of the graph',
    basis: 'IDENTITY',
    term: 'CHILD',
    data: { internal: 'sealed mark' },
  },
  {
    table: 'children.identifier',
    holds: 'Numbers of the child: CURP, NUE, acta, folios, files',
    basis: 'IDENTITY',
    term: 'CHILD',
    data: { identity: 'type value sealed issuer valid_from valid_to' },
  },
  {
    table: 'children.family_tie',
    holds: 'Whom it was found with',
    basis: 'IDENTITY',
    term: 'CHILD',
    data: { risk: 'tie', internal: 'relative_acta' },
  },
  {
    table: 'children.relative',
    holds: 'Relatives that files tell of, by kinship and never by name',
    basis: 'IDENTITY',
    term: 'CHILD',
    data: { risk: 'tie sealed', internal: 'relative_acta mark place_mark' },
  },
  {
    table: 'children.detection',
    holds:
      'Where, when, by whom and why it was found, who was told, and what that find told of the person, which is read of the child alone. Of dangers the group care is told what care asks for',
    basis: 'DETECTION',
    term: 'CHILD',
    data: {
      base: 'nationality',
      detection: `detected_at state municipality municipality_key authority detection_type age_group accompaniment accompaniment_basis
        ppnna_notified_at dif_notified_at`,
      risk: 'sealed consulate_notified_at comar_notified_at',
      identity: 'acta age',
      internal: 'mark sex born_on is_birth_estimated country_of_birth country_of_residence language child_before',
    },
    also: {
      care: 'sealed',
      receipts: `acta detected_at state municipality municipality_key authority detection_type age_group accompaniment accompaniment_basis
        ppnna_notified_at dif_notified_at`,
    },
  },
  {
    table: 'children.detection_evidence',
    holds: 'What shows that the first steps were taken',
    basis: 'DETECTION',
    term: 'CHILD',
    data: {
      detection: `detection_id notice_channel notice_office ppnna_arrived_at handed_over_at handover_tells_notice
        handover_has_receipt informed_at informed_in interviewer interviewed_at presented_at entered_on had_interpreter procedure_opened_on procedure_decided_on procedure_decision follows_plan`,
      risk: 'sealed need evaluated_on',
      identity: 'notice_folio handover_number',
      location: 'handed_over_to',
      internal: 'mark',
    },
  },
  {
    table: 'children.migration_document',
    holds: 'Documents and migration standing',
    basis: 'DOCUMENTS',
    term: 'CHILD',
    data: {
      detection: `document status granted_on issued_on expires_on holder retained_on geographic_restriction bound_told_at expired_told_at valid_in
        curp_assigned`,
    },
  },
  {
    table: 'children.asylum_claim',
    holds: 'Claims of asylum and what became of them',
    basis: 'ASYLUM',
    term: 'CHILD',
    data: { risk: 'filed_on ratified_on status status_on notified_on ended_for', identity: 'file_number' },
    within: ['risk'],
  },
  {
    table: 'children.mandate_ref',
    holds: 'Picture: whose mandate it gave',
    basis: 'COUNSEL',
    term: 'PICTURE',
    data: { internal: 'representation_id quality counsel_key' },
  },
  {
    table: 'children.identifier_ref',
    holds: 'Picture: numbers that other services were told',
    basis: 'IDENTITY',
    term: 'PICTURE',
    data: { identity: 'identifier_id type value issuer state', internal: 'facility_id' },
  },
]
