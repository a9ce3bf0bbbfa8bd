-- Alerts: the facts that rules judge, when time alone has to ask them again, what is open, and all that ever was.

-- What rules need of a fact beside the columns that paths are derived from. Each fact keeps what a rule reads, and no more.
alter table oversight.path_fact
  add column detail jsonb,
  drop constraint path_fact_entity_is_known,
  add constraint path_fact_entity_is_known check (entity in ('detection', 'detection_evidence', 'migration_document',
    'asylum_claim', 'stay', 'urgent_measure', 'protection_case', 'representation', 'counsel_request', 'determination',
    'restitution_plan', 'follow_up', 'complaint', 'return_plan', 'executed_return', 'return_checklist'));

create function oversight.detail_of(entity text, p jsonb) returns jsonb language sql immutable parallel safe as $$
  select case entity
    when 'detection' then jsonb_build_object('comar_notified_at', p -> 'comar_notified_at', 'dif_notified_at', p -> 'dif_notified_at',
      'consulate_notified_at', p -> 'consulate_notified_at')
    when 'detection_evidence' then jsonb_build_object('detection_id', p -> 'detection_id', 'handed_over_at', p -> 'handed_over_at',
      'had_interpreter', p -> 'had_interpreter', 'protection_need', p -> 'protection_need', 'evaluated_on', p -> 'evaluated_on',
      'evaluation_result', p -> 'evaluation_result', 'procedure_opened_on', p -> 'procedure_opened_on',
      'procedure_decided_on', p -> 'procedure_decided_on')
    when 'migration_document' then jsonb_build_object('document', p -> 'document', 'status', p -> 'status',
      'granted_on', p -> 'granted_on', 'issued_on', p -> 'issued_on', 'holder', p -> 'holder',
      'geographic_restriction', p -> 'geographic_restriction', 'curp_assigned', p -> 'curp_assigned')
    when 'asylum_claim' then jsonb_build_object('status', p -> 'status', 'status_on', p -> 'status_on')
    when 'urgent_measure' then jsonb_build_object('stay_id', p -> 'stay_id', 'ordered_at', p -> 'ordered_at', 'ratified_at', p -> 'ratified_at')
    when 'protection_case' then jsonb_build_object('state', p -> 'state', 'transition_plan_on', p -> 'transition_plan_on')
    when 'representation' then jsonb_build_object('forum', p -> 'forum')
    when 'counsel_request' then jsonb_build_object('answer', p -> 'answer', 'answered_on', p -> 'answered_on')
    when 'determination' then jsonb_build_object('authority', p -> 'authority', 'interpreter', p #> '{guarantees,INTERPRETER}')
    when 'complaint' then jsonb_build_object('report_asked_on', p -> 'report_asked_on', 'report_answered_on', p -> 'report_answered_on')
    when 'return_plan' then jsonb_build_object('folio', p -> 'folio', 'planned_on', p -> 'planned_on')
    when 'executed_return' then jsonb_build_object('folio', p -> 'folio')
    when 'return_checklist' then jsonb_build_object('return_id', p -> 'return_id', 'items', p -> 'items')
  end
$$;

-- When a fact that is a day, or that has no day of its own, stands: the morning of that day, else when it was recorded.
create function oversight.at_of(entity text, p jsonb) returns timestamptz language sql stable parallel safe as $$
  select coalesce(
    (case entity when 'urgent_measure' then p ->> 'ordered_at' end)::timestamptz,
    (case entity
       when 'migration_document' then coalesce(p ->> 'granted_on', p ->> 'issued_on')
       when 'asylum_claim' then p ->> 'filed_on'
       when 'counsel_request' then p ->> 'requested_on'
       when 'follow_up' then p ->> 'followed_on'
       when 'complaint' then p ->> 'received_on' end)::timestamp at time zone 'America/Mexico_City',
    (p ->> 'recorded_at')::timestamptz)
$$;

alter table oversight.facility_ref
  add column type text,
  add column capacity integer,
  add column lifecycle text;
alter table oversight.child_ref
  add column language text,
  add column turns18_on date;

-- Who is in a place, and who left it last, without reading everybody who ever was there.
drop index oversight.path_fact_facility_id_idx;
create index path_fact_facility_id_until_idx on oversight.path_fact (facility_id, until);

-- One row for whomever rules judge (a child, a place, a state): when they have to be asked again. A fact that changes says
-- "now", which is -infinity, in its own transaction; judging says when the next clock runs out, or takes the row away.
create table oversight.alert_due (
  about text not null constraint alert_due_about_is_known check (about in ('CHILD', 'FACILITY', 'STATE')),
  owner text not null,
  due_at timestamptz(3) not null,
  constraint alert_due_pkey primary key (about, owner)
);
create index alert_due_due_at_idx on oversight.alert_due (due_at);

create function oversight.ask_again(what text, owners text[]) returns void language sql as $$
  insert into oversight.alert_due as d (about, owner, due_at)
  select distinct what, o, '-infinity'::timestamptz from unnest(owners) o where o is not null
  on conflict (about, owner) do update set due_at = excluded.due_at where d.due_at <> excluded.due_at
$$;

create function oversight.ask_all_again() returns void language sql as $$
  select oversight.ask_again('CHILD', array(select child_id::text from oversight.child_ref));
  select oversight.ask_again('FACILITY', array(select facility_id::text from oversight.facility_ref));
  select oversight.ask_again('STATE', array(select to_char(n, 'FM00') from generate_series(1, 32) n));
$$;

create table oversight.alert (
  id uuid not null default outbox.new_id(),
  kind text not null constraint alert_kind_is_known check (kind in ('HELD_IN_PROHIBITED_PLACE', 'HELD_WITHOUT_LEGAL_BASIS',
    'PPNNA_NOT_NOTIFIED', 'PROCEDURE_BEFORE_NOTICE', 'HANDOVER_NOT_PROVEN', 'CASE_NOT_PROCESSED', 'NOT_REPRESENTED',
    'COMAR_NOT_NOTIFIED', 'CONSULATE_CONTACTED', 'NO_HUMANITARIAN_STATUS', 'STATUS_WITHOUT_CARD', 'LODGED_WITHOUT_MEASURE',
    'MEASURE_NOT_RATIFIED', 'NO_INITIAL_EVALUATION', 'NO_DETERMINATION', 'RETURN_WITHOUT_DETERMINATION', 'CHILD_DEPORTED',
    'RETURN_WHILE_PENDING', 'FAST_RETURN', 'UNSAFE_RETURN', 'ASYLUM_DECISION_DUE', 'ASYLUM_CLAIM_DUE', 'ASYLUM_REVIEW_DUE',
    'CLAIM_GIVEN_UP_IN_CARE', 'LONG_STAY', 'REVIEW_OVERDUE', 'OVERCROWDED', 'NO_INTERPRETER', 'COUNSEL_REQUEST_UNANSWERED',
    'REGISTRY_NOT_UPDATED', 'UNLISTED_PLACE', 'OFFICE_SILENT', 'NO_TRANSITION_PLAN', 'OMBUDS_REPORT_DUE', 'BACKLOG_GROWS')),
  about text not null constraint alert_about_is_known check (about in ('CHILD', 'FACILITY', 'STATE')),
  -- Whom it is about: a child, a place or a state, as in alert_due.
  owner text not null,
  -- Which fact of the owner: a stay, a detection, a return, an office. An owner has one open alert of a kind and subject.
  subject text not null,
  child_id uuid,
  facility_id uuid,
  state char(2) not null constraint alert_state_is_known check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'),
  severity text not null constraint alert_severity_is_known check (severity in ('AMBER', 'RED', 'CRITICAL')),
  -- When the clock began, and when it came to the severity of now.
  since timestamptz(3) not null,
  reached_at timestamptz(3) not null,
  -- When the registry raised it, and when it knew that it was over.
  opened_at timestamptz(3) not null,
  resolved_at timestamptz(3),
  -- The fact that ended it and when that happened; null where what it rested on was corrected or withdrawn.
  resolved_by text,
  resolved_by_id text,
  ended_at timestamptz(3),
  constraint alert_pkey primary key (id),
  constraint alert_is_opened_before_it_is_resolved check (resolved_at >= opened_at)
);
create unique index alert_open on oversight.alert (about, owner, kind, subject) where resolved_at is null;
create index alert_open_by_state on oversight.alert (state, opened_at desc, id desc) where resolved_at is null;
create index alert_open_in_order on oversight.alert (opened_at desc, id desc) where resolved_at is null;
create index alert_open_counted on oversight.alert (state, kind, severity) where resolved_at is null;
create index alert_owner_idx on oversight.alert (owner);
create index alert_opened_at_id_idx on oversight.alert (opened_at desc, id desc);
create index alert_state_opened_at_id_idx on oversight.alert (state, opened_at desc, id desc);

-- Every step of every alert. It only grows: no login may change or remove a row.
create table oversight.alert_history (
  id bigserial not null,
  alert_id uuid not null,
  at timestamptz(3) not null,
  step text not null constraint alert_history_step_is_known check (step in ('OPENED', 'ESCALATED', 'LOWERED', 'RESOLVED')),
  severity text not null constraint alert_history_severity_is_known check (severity in ('AMBER', 'RED', 'CRITICAL')),
  -- When the term was over that made it so.
  reached_at timestamptz(3) not null,
  constraint alert_history_pkey primary key (id)
);
create index alert_history_alert_id_at_idx on oversight.alert_history (alert_id, at);
revoke delete, truncate on oversight.alert from vigia_oversight;
revoke update, delete, truncate on oversight.alert_history from vigia_oversight;

-- Who answers sees the alerts of the actor's states, wherever the child is now (services/oversight/src/store/alert-store.ts); who
-- sees no child of a state sees no alert of it. How many there are tells of no child.
grant select on oversight.alert, oversight.alert_history to vigia_oversight_reader;
select sec.guard('oversight', 'alert', $condition$
  (select sec.sees_all())
  or (select sec.rule()) in ('STATES', 'CASES', 'PLACED', 'STATE_ACTS') and state = any ((select sec.states())::char(2)[])
$condition$);
select sec.guard('oversight', 'alert_history', '(select sec.sees_all()) or (select true from oversight.alert a where a.id = alert_id)');
create view oversight.alert_counted as select state, kind, severity from oversight.alert where resolved_at is null;
grant select on oversight.alert_counted to vigia_oversight_reader, vigia_oversight;

-- Thresholds that the federal secretary set in the place of those the registry came with (services/_law, alert-thresholds.ts):
-- nationwide, or of a state. Of those in force on a day the latest holds; a state's own goes before the nation's.
create table oversight.alert_threshold (
  id uuid not null default outbox.new_id(),
  kind text not null,
  -- Which of the steps of that kind, from 0.
  step smallint not null,
  state char(2) constraint alert_threshold_state_is_known check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'),
  amount integer not null constraint alert_threshold_is_positive check (amount >= 0),
  effective_on date not null,
  reason text not null constraint alert_threshold_has_a_reason check (length(btrim(reason)) >= 10),
  set_by text not null,
  set_at timestamptz(3) not null default now(),
  constraint alert_threshold_pkey primary key (id)
);
revoke update, delete, truncate on oversight.alert_threshold from vigia_oversight;

-- From the day on which it is in force, everybody is judged by it.
create function oversight.judge_by_new_threshold() returns trigger language plpgsql as $$
declare
  from_then timestamptz := (select min(effective_on)::timestamp at time zone 'America/Mexico_City' from new_rows);
begin
  insert into oversight.alert_due as d (about, owner, due_at)
  select 'CHILD', child_id::text, from_then from oversight.child_ref
  union all select 'FACILITY', facility_id::text, from_then from oversight.facility_ref
  union all select 'STATE', to_char(n, 'FM00'), from_then from generate_series(1, 32) n
  on conflict (about, owner) do update set due_at = least(d.due_at, excluded.due_at);
  return null;
end $$;
create trigger judge after insert on oversight.alert_threshold referencing new table as new_rows
  for each statement execute function oversight.judge_by_new_threshold();

-- A registry that has been running has read these events before it knew what to keep of them.
with latest as (
  select distinct on (e.entity_id) e.entity_id, e.child_id, split_part(e.type, '.', 1) as entity, e.payload as p
  from outbox.event e join oversight.position o on o.id = 1 and e.seq <= o.seq
  where e.type ~ '^(facility|child|detection|detection_evidence|migration_document|asylum_claim|urgent_measure|protection_case|representation|counsel_request|determination|follow_up|complaint|return_plan|executed_return|return_checklist)\.(recorded|corrected|withdrawn)$'
  order by e.entity_id, e.seq desc
), places as (
  update oversight.facility_ref r set type = p ->> 'type', capacity = (p ->> 'capacity')::int, lifecycle = p ->> 'lifecycle'
  from latest l where l.entity = 'facility' and l.p is not null and r.facility_id = l.entity_id
), children as (
  update oversight.child_ref r set language = p ->> 'language', turns18_on = ((p ->> 'born_on')::date + interval '18 years')::date
  from latest l where l.entity = 'child' and l.p is not null and r.child_id = l.entity_id
), described as (
  update oversight.path_fact f set detail = oversight.detail_of(f.entity, l.p)
  from latest l where f.entity_id = l.entity_id and l.p is not null and oversight.detail_of(f.entity, l.p) is not null
)
insert into oversight.path_fact (entity_id, entity, child_id, at, code, state, detail)
select entity_id, entity, child_id, oversight.at_of(entity, p), p ->> 'return_type', p ->> 'state', oversight.detail_of(entity, p)
from latest
where p is not null and entity in ('detection_evidence', 'migration_document', 'asylum_claim', 'urgent_measure', 'counsel_request',
  'follow_up', 'complaint', 'return_plan', 'return_checklist');
select oversight.ask_all_again();
