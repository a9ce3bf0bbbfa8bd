/** What the registry keeps of telling others: endpoints, messages and tries, letters, jobs. Of children there are ids alone. */
import type { Kept } from './data-kept.ts'

/** What is told to systems and to offices, and what became of it. */
export const DATA_OF_MESSAGES: readonly Kept[] = [
  {
    table: 'oversight.webhook_owner',
    holds: 'Rights of whoever gave an endpoint its address, as the issuer vouched for them',
    basis: 'SAFEKEEPING',
    term: 'SESSION',
    data: { internal: 'subject role org states scopes agreement seen_at' },
  },
  {
    table: 'oversight.webhook_endpoint',
    holds: 'Where systems are told of alerts',
    basis: 'OVERSIGHT',
    term: 'RECORD',
    data: {
      webhooks: `url description envelope contact receipt_key steps kinds severities states audit_heads status failures pace_in_ms not_before
        created_at deleted_at`,
      internal: 'owner subject',
    },
  },
  {
    table: 'oversight.webhook_secret',
    holds: 'What signs messages, wrapped by a key outside the database',
    basis: 'SAFEKEEPING',
    term: 'SESSION',
    data: { technical: 'endpoint_id form public_key created_at ends_at', internal: 'wrapped' },
  },
  {
    table: 'oversight.webhook_delivery',
    holds: 'Which system was told of which step of an alert, of which head of the audit, when, and its receipt',
    basis: 'SAFEKEEPING',
    term: 'TOLD',
    data: {
      webhooks: `endpoint_id kind step_id alert_id state reason attempts created_at next_at claimed_until done_at receipt received_at
        told_at place head_service head_seq mark`,
      internal: 'lane',
    },
    also: { oversight: 'step_id alert_id state attempts created_at told_at receipt received_at' },
  },
  {
    table: 'oversight.webhook_attempt',
    holds: 'Each try to tell it',
    basis: 'SAFEKEEPING',
    term: 'TOLD',
    data: { webhooks: 'delivery_id at status took_in_ms fault next_at' },
  },
  {
    table: 'oversight.mail_waiting',
    holds: 'What is to be put into the next letter to an office',
    basis: 'OVERSIGHT',
    term: 'WAITING',
    data: { internal: 'step_id alert_id kind severity state at' },
  },
  {
    table: 'oversight.mail',
    holds: 'Letters to offices: numbers of alerts, and nobody’s name',
    basis: 'OVERSIGHT',
    term: 'AUDIT',
    data: {
      messages: 'recipient address state subject body created_at attempts next_at sent_at fault',
      internal: 'alert_ids severities is_digest alarm_id',
    },
    also: { oversight: 'recipient alert_ids severities created_at attempts sent_at' },
  },
  {
    table: 'oversight.letter_choice',
    holds: 'How an office chose to be written to of alerts, and who chose it',
    basis: 'OVERSIGHT',
    term: 'RECORD',
    data: { letters: 'role state severity rhythm author author_office at' },
  },
  {
    table: 'oversight.letter_digest',
    holds: 'Of which days an office has had its digest',
    basis: 'OVERSIGHT',
    term: 'WAITING',
    data: { technical: 'recipient day at' },
  },
  {
    table: 'oversight_jobs.migrations',
    holds: 'How far the tables of jobs have come',
    basis: 'SYSTEM',
    term: 'COUNTS',
    data: { technical: 'ts breaking' },
  },
  {
    table: 'oversight_jobs._private_jobs',
    holds: 'Which endpoint is to be told next of which child, and which office is to have its digest',
    basis: 'OVERSIGHT',
    term: 'DONE',
    data: {
      internal: 'key payload last_error',
      technical: `job_queue_id task_id priority run_at attempts max_attempts created_at updated_at locked_at locked_by revision flags
        is_available`,
    },
  },
  {
    table: 'oversight_jobs._private_tasks',
    holds: 'Names of the kinds of jobs',
    basis: 'SYSTEM',
    term: 'COUNTS',
    data: { technical: 'identifier' },
  },
  {
    table: 'oversight_jobs._private_job_queues',
    holds: 'Queues of jobs, of which there is none: each job is by itself',
    basis: 'SYSTEM',
    term: 'COUNTS',
    data: { technical: 'queue_name locked_at locked_by is_available' },
  },
  {
    table: 'oversight_jobs._private_known_crontabs',
    holds: 'Jobs by the clock, of which there is none',
    basis: 'SYSTEM',
    term: 'COUNTS',
    data: { technical: 'identifier known_since last_execution' },
  },
]
