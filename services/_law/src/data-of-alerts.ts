/** What the registry keeps of alerts, and of what officials do about them. */
import type { Kept } from './data-kept.ts'

export const DATA_OF_ALERTS: readonly Kept[] = [
  {
    table: 'oversight.alert',
    holds: 'What is or was against the law, or near it',
    basis: 'OVERSIGHT',
    term: 'CHILD',
    data: {
      oversight: `kind about subject state severity since reached_at rests_on opened_at resolved_at resolved_by resolved_by_id
        ended_at version acknowledged_until assigned_office assigned_account closed_at acted_at changed_at known_by`,
      base: 'owner',
      location: 'facility_id',
    },
    within: ['alerts', 'duties'],
    also: {
      oversight: 'facility_id',
      alerts: 'kind owner state severity opened_at resolved_at',
      duties: 'kind state severity version since opened_at resolved_at',
    },
  },
  {
    table: 'oversight.alert_history',
    holds: 'How an alert was raised, escalated and resolved, and what officials did about it, why',
    basis: 'OVERSIGHT',
    term: 'CHILD',
    data: {
      oversight: `alert_id at step severity reached_at rests_on version acknowledged_until assigned_office assigned_account is_closed author
        author_role author_office words`,
    },
  },
  {
    table: 'oversight.deed',
    holds: 'Under which key an official did something, so that it is done once',
    basis: 'SAFEKEEPING',
    term: 'AUDIT',
    data: { internal: 'author key asked at' },
  },
  {
    table: 'stream.alert_step',
    holds: 'The stream of alerts: what happened to which, by its place',
    basis: 'OVERSIGHT',
    term: 'CHILD',
    data: { oversight: 'seq step_id alert_id step severity kind state at told_at' },
    also: { alerts: 'alert_id step severity kind state' },
  },
  {
    table: 'stream.alert_waiting',
    holds: 'What happened to alerts and has no place in the stream yet',
    basis: 'OVERSIGHT',
    term: 'CHILD',
    data: { technical: 'step_id alert_id step severity at' },
  },
  {
    table: 'stream.epoch',
    holds: 'From which place on which start of a database server has given places',
    basis: 'SAFEKEEPING',
    term: 'RECORD',
    data: { technical: 'id mark first_place server_started_at' },
  },
  {
    table: 'stream.follower',
    holds: 'Who followed the stream of alerts, with which rights, from where on',
    basis: 'SAFEKEEPING',
    term: 'AUDIT',
    data: { internal: 'stream subject role office states after_seq has_cursor at', technical: 'id' },
    also: { oversight: 'subject role office has_cursor at' },
  },
  {
    table: 'stream.cohort',
    holds: 'Of those who followed, many who were told together',
    basis: 'SAFEKEEPING',
    term: 'AUDIT',
    data: { technical: 'id followers' },
  },
  {
    table: 'stream.telling',
    holds: 'Which steps of alerts were written to the connections of which of them, and when',
    basis: 'SAFEKEEPING',
    term: 'AUDIT',
    data: { technical: 'id seqs cohort besides without', oversight: 'at' },
  },
  {
    table: 'oversight.alert_threshold',
    holds: 'From when on something is an alert, as the secretary has set it, and why',
    basis: 'OVERSIGHT',
    term: 'RECORD',
    data: { stats: 'kind step state amount effective_on', oversight: 'reason set_by set_role set_office set_at' },
  },
  {
    table: 'oversight.threshold_wave',
    holds:
      'Picture: how far it has come that everybody is judged by a new threshold, or by what was told of a suspension of work',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: { internal: 'after_child', technical: 'threshold_id due_at' },
  },
  {
    table: 'oversight.alert_silence',
    holds: 'Which notices an office holds back from itself, why and until when',
    basis: 'OVERSIGHT',
    term: 'RECORD',
    data: {
      oversight: 'kinds state reason author author_role author_office at until ended_at ended_by',
      location: 'facility_id',
    },
    within: ['oversight'],
    isOfNoChild: true,
  },
  {
    table: 'oversight.secretariat_told',
    holds: 'How the post of an executive secretary is held, as whoever oversees it has told',
    basis: 'OVERSIGHT',
    term: 'RECORD',
    data: { oversight: 'state condition since reason author author_role author_office at' },
  },
  {
    table: 'oversight.work_suspension_told',
    holds: 'Days on which an authority suspends its work, as published: recorded, or withdrawn and why',
    basis: 'OVERSIGHT',
    term: 'RECORD',
    data: {
      oversight: `suspension_id entry authority state first_day last_day published_on words author author_role author_office at`,
    },
  },
  {
    table: 'oversight.breach_told',
    holds: 'The log of breaches of the security of data: found, told to those concerned, or none',
    basis: 'SAFEKEEPING',
    term: 'AUDIT',
    data: { oversight: 'breach_id entry authority states happened_at words author author_role author_office at' },
  },
  {
    table: 'oversight.answer_by_number',
    holds: 'What INM answers to what was found about one of its numbers',
    basis: 'OVERSIGHT',
    term: 'CHILD',
    data: { oversight: 'number words author author_role author_office states at' },
  },
  {
    table: 'oversight.answer_waiting',
    holds: 'Which answers by number are still looked for among alerts',
    basis: 'SYSTEM',
    term: 'PICTURE',
    data: { technical: 'answer_id next_at until' },
  },
  {
    table: 'oversight.answer_step',
    holds: 'Of which alerts an answer by number has become a step',
    basis: 'OVERSIGHT',
    term: 'CHILD',
    data: { oversight: 'answer_id alert_id at' },
  },
  {
    table: 'oversight.alert_known',
    holds: 'Since when an authority knows of an alert: who of it opened it first',
    basis: 'OVERSIGHT',
    term: 'CHILD',
    data: { oversight: 'alert_id authority role severity account at' },
  },
]
