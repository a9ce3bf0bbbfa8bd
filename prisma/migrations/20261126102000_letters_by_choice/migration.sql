-- How offices are written to of alerts, as their people choose: from which severity on, at once or once a day. It only grows: what was
-- chosen last for a state holds, and of an office of the nation what it chose for all states, where it said nothing of one.
create table oversight.letter_choice (
  id uuid not null,
  -- The office: a role, and its state where the role is of one.
  role text not null,
  state char(2) constraint letter_choice_state_is_known check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'),
  severity text not null constraint letter_choice_severity_is_known check (severity in ('AMBER', 'RED', 'CRITICAL')),
  rhythm text not null constraint letter_choice_rhythm_is_known check (rhythm in ('AT_ONCE', 'DAILY')),
  author text not null,
  author_office text,
  at timestamptz(3) not null,
  constraint letter_choice_pkey primary key (id)
);
create index letter_choice_role_state_at_id_idx on oversight.letter_choice (role, state, at desc, id desc);
revoke update, delete, truncate on oversight.letter_choice from vigia_oversight;
-- Of no child; whose it is, is for who answers to say.
grant select on oversight.letter_choice to vigia_oversight_reader;

create view oversight.letter_choice_now as
  select distinct on (role, state) id, role, state, severity, rhythm, author, at from oversight.letter_choice
  order by role, state, at desc, id desc;
grant select on oversight.letter_choice_now to vigia_oversight, vigia_oversight_reader;

-- Of which day an office has had its digest: of each once.
create table oversight.letter_digest (
  recipient text not null,
  day date not null,
  at timestamptz(3) not null,
  constraint letter_digest_pkey primary key (recipient, day)
);
revoke update, delete, truncate on oversight.letter_digest from vigia_oversight;

-- As it was; but of what is less than critical a letter waits where an office has chosen to be written to of it.
create or replace function oversight.enqueue_deliveries() returns trigger language plpgsql as $$
declare
  endpoints uuid[];
  lanes text[];
  is_more_wanted boolean := exists (
    select from oversight.letter_choice_now c where c.rhythm = 'AT_ONCE' and c.severity <> 'CRITICAL');
begin
  with told as (
    insert into oversight.webhook_delivery (endpoint_id, step_id, alert_id, lane, place, created_at, next_at, claimed_until)
    select e.id, h.id, h.alert_id, a.about || ' ' || a.owner, h.id, h.at, h.at, '-infinity'
    from new_rows h
    join oversight.alert a on a.id = h.alert_id
    join oversight.webhook_endpoint e on e.status = 'ACTIVE'
    join oversight.webhook_owner o on o.subject = e.subject
    where oversight.is_wanted(e, o.states, h.step, h.severity, a.kind, a.state) and oversight.is_agreed(o, a.kind, h.at)
    returning endpoint_id, lane
  )
  select array_agg(endpoint_id), array_agg(lane) into endpoints, lanes from told;
  if endpoints is not null then
    perform oversight.add_delivery_jobs(endpoints, lanes);
  end if;
  insert into oversight.mail_waiting (step_id, alert_id, kind, severity, state, at)
  select h.id, h.alert_id, a.kind, h.severity, a.state, h.at from new_rows h join oversight.alert a on a.id = h.alert_id
  where h.step in ('OPENED', 'ESCALATED') and a.resolved_at is null and (h.severity = 'CRITICAL' or is_more_wanted and exists (
    select from oversight.letter_choice_now c where c.rhythm = 'AT_ONCE' and (c.state is null or c.state = a.state)
      and (c.severity = 'AMBER' or c.severity = h.severity)));
  return null;
end $$;

-- As for messages: a job is a wake-up. Without the tables of the worker the digest waits to be found due.
create function oversight.add_digest_jobs(recipients text[]) returns void language plpgsql as $$
begin
  if to_regtype('oversight_jobs.job_spec') is null then return; end if;
  execute $jobs$
    select count(*) from oversight_jobs.add_jobs(array(
      select ('digest', json_build_object('recipient', r), null, null, 1, 'digest ' || r, null, null)::oversight_jobs.job_spec
      from unnest($1) r))
  $jobs$ using recipients;
end $$;
