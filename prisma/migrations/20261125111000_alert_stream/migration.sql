-- The stream of alerts: every step of every alert with its place in it. Places are given after commit, by one process at a time and
-- without gaps, so that their order is the order in which steps can be read: whoever has read up to a place has missed nothing before it.
create schema stream;

-- Steps that have no place yet. Without an index, as in outbox.pending: who writes a step pays least.
create table stream.alert_waiting (
  step_id bigint not null,
  alert_id uuid not null,
  step text not null,
  severity text not null,
  at timestamptz(3) not null
);

-- What happened to which alert, and of which kind and state it was when it got its place. It only grows.
create table stream.alert_step (
  seq bigint not null,
  step_id bigint not null,
  alert_id uuid not null,
  step text not null,
  severity text not null,
  kind text not null,
  state char(2) not null,
  at timestamptz(3) not null,
  told_at timestamptz(3) not null default clock_timestamp(),
  constraint alert_step_pkey primary key (seq),
  constraint alert_step_step_id_key unique (step_id)
);
create index alert_step_alert_id_seq_idx on stream.alert_step (alert_id, seq);

create function stream.wait_for_place() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into stream.alert_waiting (step_id, alert_id, step, severity, at) select id, alert_id, step, severity, at from new_rows;
  return null;
end $$;
create trigger wait_for_place after insert on oversight.alert_history referencing new table as new_rows
  for each statement execute function stream.wait_for_place();

-- Gives places to what is committed; how many it gave, null when another process is at it. The lock ends with the transaction, or with
-- the process that dies in it: whoever comes next goes on. It alone calls, with the last place and nothing of what stands there.
create function stream.number_steps(at_most int) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare
  top bigint;
  numbered int;
begin
  if not pg_try_advisory_xact_lock(hashtext('vigia.alert_sequencer')) then
    return null;
  end if;
  select coalesce(max(seq), 0) into top from stream.alert_step;
  with taken as (
    delete from stream.alert_waiting
    where ctid = any (array(select ctid from stream.alert_waiting order by step_id limit at_most)) returning *
  )
  insert into stream.alert_step (seq, step_id, alert_id, step, severity, kind, state, at)
  select top + row_number() over (order by t.step_id), t.step_id, t.alert_id, t.step, t.severity, a.kind, a.state, t.at
  from taken t join oversight.alert a on a.id = t.alert_id;
  get diagnostics numbered = row_count;
  if numbered > 0 then
    perform pg_notify('vigia_alerts', (top + numbered)::text);
  end if;
  return numbered;
end $$;

-- Steps from before there was a stream are in it too, the first first.
insert into stream.alert_waiting (step_id, alert_id, step, severity, at)
select id, alert_id, step, severity, at from oversight.alert_history order by id;

revoke all on all tables in schema stream from public;
revoke all on all functions in schema stream from public;
grant usage on schema stream to vigia_oversight, vigia_oversight_reader, vigia_gateway;
grant execute on function stream.number_steps(int) to vigia_oversight;

-- The gateway reads which alert something happened to; what stands in the alert it asks the service, in the name of whoever is told.
-- Who answers sees the steps of the alerts that the actor sees.
grant select on stream.alert_step to vigia_gateway, vigia_oversight_reader;
alter table stream.alert_step enable row level security;
create policy of_the_gateway on stream.alert_step for select to vigia_gateway using (true);
create policy by_actor on stream.alert_step for select to vigia_oversight_reader using (
  (select sec.sees_all()) or (select true from oversight.alert a where a.id = alert_id)
);
