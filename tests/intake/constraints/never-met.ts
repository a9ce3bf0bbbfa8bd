/** Constraints that no row of a file can run into, and why. */

export const NEVER: Record<string, string> = {
  identifier_is_over_once_given: 'derived from documents: an end before the beginning is left out (given-numbers.ts)',
  child_age_group_is_known: 'derived by rule, from the age',
  detection_age_group_is_known: 'derived by rule, from the age',
  detection_evidence_need_is_known: 'derived by rule, from what is sealed beside it',
  facility_run_by_is_known: 'read from who runs the place: one that is nobody of these is none (runners-of-places.ts)',
  facility_is_not_itself:
    'which place a row tells another to be is looked for among all but that one (intake/place-columns.ts)',
  child_state_is_known: 'that of a detection',
  identifier_type_is_known: 'written by the feeds, in words of the list',
  authority_row_span_is_known: 'written by the layout',
  protection_case_state_is_known: 'the state of the sender, without which no file of a Procuraduría is read',
  complaint_ombuds_is_known: 'the sender, of the list of authorities',
  return_checklist_source_is_known: 'the sender, of the list of authorities',
  determination_guarantees_is_known: 'keys are written by the feed; answers are read as yes, no or unknown',
  return_checklist_shown_by_item_is_known: 'keys are written by the feed; cells are read as words, no longer than that',
  determination_guaranteed_on_is_known: 'keys are written by the feed; cells are read as days',
  return_checklist_items_is_known: 'keys are written by the feed; answers are read as yes, no or unknown',
  plan_measure_right_restored_is_known:
    'a right that is none of the list stays in the text of the measure (measures.ts)',
  authority_row_state_is_known: 'what is no state has no place in the tables of claims (claim-columns.ts)',
  authority_row_nationality_is_known: 'what is no country has no place in the tables of claims (claim-columns.ts)',
}

/** Code columns that a feed calls otherwise than the table. */
export const READ_AS: Record<string, string> = {
  urgent_measure_authority_is_known: 'measure_authority',
}
