/** What the registry keeps of itself and of those who use it: files, counters, log, audit, sessions, exports. */
import { type Kept, ofNobody } from './data-kept.ts'
import { DATA_OF_COUNTERS } from './data-of-counters.ts'
import { DATA_OF_MESSAGES } from './data-of-messages.ts'

const FILES: readonly Kept[] = [
  {
    table: '*.batch',
    holds: 'Files taken in',
    basis: 'SYSTEM',
    term: 'RECORD',
    data: {
      intake: `feed source state cutoff_on is_preliminary is_confirmed row_count accepted_count refused_count unmatched_count taken_at
        withdrawn_at`,
      internal: 'file_name withdrawn_reason',
      technical: 'sha256 unchanged_count skipped_count',
    },
    also: { receipts: 'file_name taken_at' },
  },
  {
    table: '*.confirmation',
    holds: 'Which files said the same of a fact',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: { technical: 'entity entity_id of_batch' },
  },
  {
    table: '*.left_blank',
    holds: 'Which cells a file left blank of a fact that was known',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: { technical: 'entity entity_id cells' },
  },
  {
    table: '*.unmatched_row',
    holds: 'Rows that could not be joined: the row as it came',
    basis: 'IDENTITY',
    term: 'WAITING',
    data: { intake: 'feed reason matched_at', internal: 'raw keys' },
    also: { intake: 'keys', receipts: 'raw' },
  },
  {
    table: '*.former_version',
    holds: 'Facts as they were before they were corrected or withdrawn, or as a file told them that was late',
    basis: 'IDENTITY',
    term: 'CHILD',
    data: { technical: 'entity entity_id replaced_at is_late', internal: 'former' },
    also: { receipts: 'former' },
  },
  {
    table: 'oversight.feed_batch',
    holds: 'Which deliveries came',
    basis: 'SYSTEM',
    term: 'RECORD',
    data: { technical: 'service feed source state cutoff_on taken_at is_withdrawn row_count awaits_count is_counted' },
  },
  {
    table: 'oversight.batch_finding',
    holds: 'What was wrong with a file of INM’s tables',
    basis: 'SYSTEM',
    term: 'RECORD',
    data: { intake: 'rule row_count lines action' },
  },
  ofNobody('outbox.uncounted_batch', 'Files that are not counted yet', 'service'),
]

const PICTURES: readonly Kept[] = [
  {
    table: '*.child_ref',
    holds: 'Picture: what a service knows of a child to count it',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: {
      base: 'folio state first_detected_at nationality age_group accompaniment',
      internal: 'language turns18_on',
    },
  },
  {
    table: '*.child_sight',
    holds: 'Picture: who may know of a child',
    basis: 'SAFEKEEPING',
    term: 'PICTURE',
    data: { internal: 'states parties' },
  },
  {
    table: 'children.found_elsewhere',
    holds: 'Picture: in which other states a child is listed',
    basis: 'SAFEKEEPING',
    term: 'PICTURE',
    data: { base: 'first_detected_at', internal: 'state' },
  },
  {
    table: '*.case_ref',
    holds: 'Picture: of which state it has a file',
    basis: 'PROTECTION',
    term: 'PICTURE',
    data: { internal: 'case_id state' },
  },
  {
    table: '*.stay_ref',
    holds: 'Picture: where it is, or was until lately, for who may see it',
    basis: 'CARE',
    term: 'PICTURE',
    data: { internal: 'stay_id facility_id left_at' },
  },
  {
    table: '*.place_ref',
    holds: 'Picture: the state of each place',
    basis: 'CARE',
    term: 'PICTURE',
    data: { technical: 'facility_id state' },
  },
  {
    table: 'placements.notice_ref',
    holds: 'Picture: of which notices the Procuraduría was told',
    basis: 'PROTECTION',
    term: 'PICTURE',
    data: { internal: 'detection_id state' },
  },
  {
    table: '*.identifier_ref',
    holds: 'Picture: numbers by which rows are joined to a child',
    basis: 'IDENTITY',
    term: 'PICTURE',
    data: { identity: 'type value', technical: 'identifier_id child_before' },
  },
  {
    table: 'oversight.child_path',
    holds: 'Picture: how far a child has come, as it is counted',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: {
      internal: `state first_detected_at nationality age_group accompaniment detections is_notified is_case_opened is_determined
        is_plan_issued is_represented fate`,
    },
  },
  {
    table: 'oversight.path_fact',
    holds: 'Picture: the facts of which the way of a child is made',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: {
      internal: `entity_id entity at until code notified_at facility_id kind state nationality age_group accompaniment
        detail`,
    },
    also: { return: 'entity detail' },
  },
  {
    table: 'oversight.facility_ref',
    holds: 'Picture: kinds of place',
    basis: 'CARE',
    term: 'PICTURE',
    data: { technical: 'facility_id kind state type capacity carers registry_status lifecycle side' },
  },
  {
    table: 'oversight.alert_due',
    holds: 'Picture: when something is to be judged again',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: { internal: 'about owner due_at' },
  },
]

const LOG: readonly Kept[] = [
  {
    table: 'outbox.event',
    holds: 'What services tell one another: each fact as it is; no name of a child',
    basis: 'SYSTEM',
    term: 'LOG',
    data: { technical: 'seq source type entity_id', internal: 'payload' },
  },
  {
    table: 'outbox.pending',
    holds: 'The same, until it has a number',
    basis: 'SYSTEM',
    term: 'LOG',
    data: { technical: 'source type entity_id from_id to_id', internal: 'payload' },
  },
  ofNobody(
    'outbox.sealing',
    'By which keys outside the database it is sealed',
    'index_check key_ids is_nowhere_blank are_needs_told has_list_of_erased',
  ),
  {
    table: 'outbox.unsealed',
    holds: 'What an older version wrote in plain words, until the next start seals it',
    basis: 'SYSTEM',
    term: 'LOG',
    data: { technical: 'entity entity_id', internal: 'plain' },
  },
  {
    table: 'children.data_key',
    holds: 'Keys of sealed cells, wrapped by one outside the database',
    basis: 'SYSTEM',
    term: 'CHILD',
    data: { technical: 'destroyed_at', internal: 'wrapped' },
  },
  ofNobody('placements.data_key', 'The same of places', 'facility_id wrapped destroyed_at'),
  ofNobody('outbox.registry', 'Whether the registry is synthetic', 'is_synthetic created_at'),
  ofNobody('outbox.service_version', 'Versions of the figures', 'service version as_of'),
]

export const DATA_OF_MACHINERY: readonly Kept[] = [
  ...DATA_OF_COUNTERS,
  ...FILES,
  ...PICTURES,
  ...DATA_OF_MESSAGES,
  ...LOG,
]
