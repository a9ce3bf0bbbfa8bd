/** What the registry keeps of itself and of those who use it: files, counters, log, audit, sessions, exports. */
import type { Kept } from './data-kept.ts'
import { DATA_OF_MESSAGES } from './data-of-messages.ts'

const COUNTED = 'indicator state day n'
const CROSSED = 'nationality age_group accompaniment'

const ofNobody = (table: string, holds: string, technical: string): Kept => ({
  table,
  holds,
  basis: 'SYSTEM',
  term: 'COUNTS',
  data: { technical },
})

const COUNTERS: readonly Kept[] = [
  ofNobody('*.day_counter', 'Counts by day', COUNTED),
  ofNobody('*.month_counter', 'Counts by month', 'indicator state month n'),
  ofNobody('*.cube', 'Counts by day and kind of child', `${COUNTED} ${CROSSED}`),
  ofNobody('*.month_cube', 'Counts by month and kind of child', `indicator state month n ${CROSSED}`),
  ofNobody('*.delta', 'Changes of counts that wait to be folded in', `${COUNTED} ${CROSSED}`),
  ofNobody('*.position', 'How far a service has read the log', 'seq'),
  ofNobody(
    'placements.snapshot',
    'The board of each state',
    `state as_of in_referral_centers in_prohibited_places in_other_ad_hoc_places over36_hours longest_since in_care over_one_year
     capacity centers`,
  ),
  ofNobody(
    'representation.snapshot',
    'The backlog of each state',
    `state as_of unprocessed under24_hours from24_to72_hours from72_hours_to5_working_days over5_working_days without_determination
     oldest_notified_at calendar_entries`,
  ),
  ofNobody(
    'representation.work_suspension_ref',
    'Picture: days on which an authority suspends its work',
    'suspension_id entry authority state first_day last_day',
  ),
  ofNobody('oversight.indicator_day', 'Counts that the services told', COUNTED),
  ofNobody('oversight.alert_day', 'How many alerts stood open at the end of each day', 'day state severity open'),
  ofNobody('oversight.alert_count', 'How many alerts are open', 'state kind severity n closed'),
  ofNobody(
    'oversight.alert_count_delta',
    'Changes of how many alerts are open that wait to be folded in',
    'state kind severity n closed',
  ),
  ofNobody('oversight.indicator_month', 'Counts that the services told, by month', 'indicator state month n'),
  ofNobody('oversight.authority_coverage', 'How far a table of INM goes', 'table_code until'),
  ofNobody('oversight.authority_day', 'Persons by day, as INM says', 'table_code measure place state day n'),
  ofNobody('oversight.authority_month', 'Persons by month, as INM says', 'table_code measure place state month n rest'),
  ofNobody('oversight.authority_place', 'Places as INM names them', 'place_key name is_recorded'),
  ofNobody('oversight.authority_table', 'Tables of INM', 'table_code covered_until'),
  ofNobody(
    'oversight.authority_row',
    'Rows of the tables of INM: counts of persons',
    `table_code part span day state office nationality nationality_text place place_key is_place_recorded measures detail`,
  ),
  ofNobody(
    'oversight.official_figure',
    'Published figures',
    `slug topic value unit meaning_es meaning_en territory from_on to_on source source_page series cutoff_on is_official
     is_approximate contradicts indicators nationalities age_groups accompaniments`,
  ),
]

const FILES: readonly Kept[] = [
  {
    table: '*.batch',
    holds: 'Files taken in',
    basis: 'SYSTEM',
    term: 'RECORD',
    data: {
      intake: `feed source state cutoff_on is_preliminary is_confirmed file_name sha256 row_count accepted_count refused_count
        unmatched_count unchanged_count skipped_count taken_at withdrawn_at withdrawn_reason`,
    },
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
    data: { identity: 'type value', technical: 'identifier_id' },
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
    'index_check key_ids is_nowhere_blank are_needs_told',
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

export const DATA_OF_MACHINERY: readonly Kept[] = [...COUNTERS, ...FILES, ...PICTURES, ...DATA_OF_MESSAGES, ...LOG]
