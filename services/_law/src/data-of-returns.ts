/** What is kept of the returns of children: planned, carried out, checked, judged, and what the gates of INM answer by. */
import type { Kept } from './data-kept.ts'

export const DATA_OF_RETURNS: readonly Kept[] = [
  {
    table: 'returns.executed_return',
    holds: 'Returns that were carried out',
    basis: 'RETURN',
    term: 'CHILD',
    data: {
      return: 'state departed_at return_type destination mode exit_point receiving_authority received_by',
      identity: 'folio',
      internal: 'determination_number plan_folio',
    },
    within: ['return'],
    also: {
      return: 'determination_number plan_folio',
      receipts: 'folio state departed_at return_type destination mode exit_point receiving_authority',
    },
  },
  {
    table: 'returns.return_plan',
    holds: 'Returns that were scheduled',
    basis: 'RETURN',
    term: 'CHILD',
    data: { return: 'state planned_on return_type destination', identity: 'folio' },
    within: ['return'],
    also: { receipts: 'folio state planned_on return_type destination' },
  },
  {
    table: 'returns.return_checklist',
    holds: 'What was checked before a return',
    basis: 'RETURN',
    term: 'CHILD',
    data: { return: 'return_id source items escort_women escort_men', oversight: 'evidence shown_by_item' },
  },
  {
    table: 'returns.return_standing',
    holds: 'Each return against the determinations of its child, as it is counted',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: {
      return: 'standing',
      internal: `return_id state departed_at return_type hours_begun_since_detection nationality age_group accompaniment
        destination`,
    },
  },
  {
    table: 'returns.detection_ref',
    holds: 'Picture: when and where it was found, and who was told',
    basis: 'RETURN',
    term: 'PICTURE',
    data: { internal: 'detection_id detected_at state notified_at' },
  },
  {
    table: 'returns.determination_ref',
    holds: 'Picture: what was determined',
    basis: 'RETURN',
    term: 'PICTURE',
    data: { gates: 'decided_at outcome authority number', internal: 'determination_id' },
  },
  {
    table: 'returns.consular_act_ref',
    holds: 'Picture: whether the Procuraduría lets the consulate be told',
    basis: 'RETURN',
    term: 'PICTURE',
    data: { gates: 'is_permitted acted_on', internal: 'case_id' },
  },
  {
    table: 'returns.inm_batch_ref',
    holds: 'Picture: which files INM sent',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: { technical: 'batch_id' },
  },
  {
    table: 'returns.detection_writing',
    holds: 'Picture: which detections INM wrote',
    basis: 'DETECTION',
    term: 'PICTURE',
    data: { internal: 'detection_id acta state seq' },
  },
]
