-- Facts that rules of alerts had been waiting for: with whom a child sleeps (A28), whether a disappearance was reported (A34), who is
-- executive secretary of a state (A36), breaches of security (A38); and whom a complaint is against (A37).

alter table placements.stay
  add column sleeps_with text constraint stay_sleeps_with_is_known
    check (sleeps_with in ('CHILDREN_ALONE', 'OWN_FAMILY', 'UNRELATED_ADULTS')),
  add column siblings_apart boolean,
  add column missing_reported boolean,
  add column missing_reported_at timestamptz(3),
  add constraint stay_report_is_of_an_exit check (missing_reported is null or left_at is not null),
  add constraint stay_report_is_told_of check (missing_reported_at is null or missing_reported);

-- As it was, with what is new: the number of a detection, by which INM answers; what a place tells of how it keeps a child.
create or replace function oversight.detail_of(entity text, p jsonb) returns jsonb language sql immutable parallel safe as $$
  select case entity
    when 'detection' then jsonb_build_object('comar_notified_at', p -> 'comar_notified_at', 'dif_notified_at', p -> 'dif_notified_at',
      'consulate_notified_at', p -> 'consulate_notified_at', 'acta', p -> 'acta')
    when 'detection_evidence' then jsonb_build_object('detection_id', p -> 'detection_id', 'handed_over_at', p -> 'handed_over_at',
      'had_interpreter', p -> 'had_interpreter', 'protection_need', p -> 'protection_need', 'evaluated_on', p -> 'evaluated_on',
      'evaluation_result', p -> 'evaluation_result', 'procedure_opened_on', p -> 'procedure_opened_on',
      'procedure_decided_on', p -> 'procedure_decided_on')
    when 'migration_document' then jsonb_build_object('document', p -> 'document', 'status', p -> 'status',
      'granted_on', p -> 'granted_on', 'issued_on', p -> 'issued_on', 'holder', p -> 'holder',
      'geographic_restriction', p -> 'geographic_restriction', 'curp_assigned', p -> 'curp_assigned')
    when 'asylum_claim' then jsonb_build_object('status', p -> 'status', 'status_on', p -> 'status_on')
    when 'stay' then case when coalesce(p ->> 'sleeps_with', p ->> 'siblings_apart', p ->> 'missing_reported') is not null
      then jsonb_build_object('sleeps_with', p -> 'sleeps_with', 'siblings_apart', p -> 'siblings_apart',
        'missing_reported', p -> 'missing_reported', 'missing_reported_at', p -> 'missing_reported_at', 'told_at', p -> 'recorded_at') end
    when 'urgent_measure' then jsonb_build_object('stay_id', p -> 'stay_id', 'ordered_at', p -> 'ordered_at', 'ratified_at', p -> 'ratified_at')
    when 'protection_case' then jsonb_build_object('state', p -> 'state', 'transition_plan_on', p -> 'transition_plan_on')
    when 'representation' then jsonb_build_object('forum', p -> 'forum')
    when 'counsel_request' then jsonb_build_object('answer', p -> 'answer', 'answered_on', p -> 'answered_on')
    when 'determination' then jsonb_build_object('authority', p -> 'authority', 'interpreter', p #> '{guarantees,INTERPRETER}')
    when 'complaint' then jsonb_build_object('report_asked_on', p -> 'report_asked_on', 'report_answered_on', p -> 'report_answered_on',
      'against', p -> 'against')
    when 'return_plan' then jsonb_build_object('folio', p -> 'folio', 'planned_on', p -> 'planned_on')
    when 'executed_return' then jsonb_build_object('folio', p -> 'folio')
    when 'return_checklist' then jsonb_build_object('return_id', p -> 'return_id', 'items', p -> 'items')
  end
$$;

-- A registry that has been running has read these events before it knew what to keep of them.
with latest as (
  select distinct on (e.entity_id) e.entity_id, split_part(e.type, '.', 1) as entity, e.payload as p
  from outbox.event e join oversight.position o on o.id = 1 and e.seq <= o.seq
  where e.type ~ '^(detection|complaint)\.(recorded|corrected|withdrawn)$'
  order by e.entity_id, e.seq desc
)
update oversight.path_fact f set detail = oversight.detail_of(f.entity, l.p)
from latest l where f.entity_id = l.entity_id and l.p is not null;

-- An alert about a complaint says whom the complaint is against, since that is who owes the report.
update oversight.alert a set subject = a.subject || '/' || (f.detail ->> 'against')
from oversight.path_fact f
where a.kind = 'OMBUDS_REPORT_DUE' and a.subject = f.entity_id::text and f.detail ->> 'against' is not null;

alter table oversight.alert
  drop constraint alert_kind_is_known,
  add constraint alert_kind_is_known check (kind in ('HELD_IN_PROHIBITED_PLACE', 'HELD_WITHOUT_LEGAL_BASIS',
    'PPNNA_NOT_NOTIFIED', 'PROCEDURE_BEFORE_NOTICE', 'HANDOVER_NOT_PROVEN', 'CASE_NOT_PROCESSED', 'NOT_REPRESENTED',
    'COMAR_NOT_NOTIFIED', 'CONSULATE_CONTACTED', 'NO_HUMANITARIAN_STATUS', 'STATUS_WITHOUT_CARD', 'LODGED_WITHOUT_MEASURE',
    'MEASURE_NOT_RATIFIED', 'NO_INITIAL_EVALUATION', 'NO_DETERMINATION', 'RETURN_WITHOUT_DETERMINATION', 'CHILD_DEPORTED',
    'RETURN_WHILE_PENDING', 'FAST_RETURN', 'UNSAFE_RETURN', 'ASYLUM_DECISION_DUE', 'ASYLUM_CLAIM_DUE', 'ASYLUM_REVIEW_DUE',
    'CLAIM_GIVEN_UP_IN_CARE', 'LONG_STAY', 'REVIEW_OVERDUE', 'OVERCROWDED', 'NOT_APART_FROM_ADULTS', 'NO_INTERPRETER',
    'COUNSEL_REQUEST_UNANSWERED', 'REGISTRY_NOT_UPDATED', 'UNLISTED_PLACE', 'OFFICE_SILENT', 'DISAPPEARANCE_NOT_REPORTED',
    'NO_TRANSITION_PLAN', 'SECRETARIAT_VACANT', 'OMBUDS_REPORT_DUE', 'SECURITY_BREACH', 'BACKLOG_GROWS'));

-- What the federal secretary tells of the executive secretariat of a state. It only grows: what was told last of a state holds, and
-- a mistake is told anew.
create table oversight.secretariat_told (
  id uuid not null,
  state char(2) not null constraint secretariat_told_state_is_known check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'),
  condition text not null constraint secretariat_told_condition_is_known check (condition in ('HELD', 'SHARED', 'VACANT')),
  since date not null,
  reason text not null constraint secretariat_told_has_a_reason check (length(btrim(reason)) between 20 and 500),
  author text not null,
  author_role text not null,
  author_office text,
  at timestamptz(3) not null,
  constraint secretariat_told_pkey primary key (id)
);
create index secretariat_told_state_at_id_idx on oversight.secretariat_told (state, at desc, id desc);
revoke update, delete, truncate on oversight.secretariat_told from vigia_oversight;
grant select on oversight.secretariat_told to vigia_oversight_reader;

-- The log of breaches of security (LGPDPPSO art. 33): found, those concerned told, or found to be none. It only grows.
create table oversight.breach_told (
  id uuid not null,
  breach_id uuid not null,
  entry text not null constraint breach_told_entry_is_known check (entry in ('FOUND', 'TOLD', 'NONE')),
  authority text not null,
  states char(2)[] not null constraint breach_told_is_of_states check (cardinality(states) between 1 and 32),
  -- When it was found, or when those concerned were told.
  happened_at timestamptz(3) not null,
  words text not null constraint breach_told_says_what check (length(btrim(words)) between 20 and 500),
  author text not null,
  author_role text not null,
  author_office text,
  at timestamptz(3) not null,
  constraint breach_told_pkey primary key (id),
  constraint breach_told_once unique (breach_id, entry)
);
create index breach_told_at_id_idx on oversight.breach_told (at desc, id desc) where entry = 'FOUND';
revoke update, delete, truncate on oversight.breach_told from vigia_oversight;
grant select on oversight.breach_told to vigia_oversight_reader;
select sec.guard('oversight', 'breach_told', $condition$
  (select sec.sees_all())
  or (select sec.rule()) in ('STATES', 'CASES', 'STATE_ACTS') and states && (select sec.states())::char(2)[]
$condition$);

-- Whoever is told of is judged again, in the same transaction.
create function oversight.judge_by_what_is_told() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'breach_told' then
    perform oversight.ask_again('STATE', array(select distinct s::text from new_rows r, unnest(r.states) s));
  else
    perform oversight.ask_again('STATE', array(select distinct state::text from new_rows));
  end if;
  return null;
end $$;
create trigger judge after insert on oversight.secretariat_told referencing new table as new_rows
  for each statement execute function oversight.judge_by_what_is_told();
create trigger judge after insert on oversight.breach_told referencing new table as new_rows
  for each statement execute function oversight.judge_by_what_is_told();
