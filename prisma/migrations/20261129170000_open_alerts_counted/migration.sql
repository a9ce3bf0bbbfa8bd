-- How many alerts are open in each state, by kind and severity. Every page of alerts and every board of a state asks for it, and counted them
-- one by one: with half a million open that took most of a second each time. A change of an alert leaves what it changes of the figure with
-- it, in the same transaction, and nobody waits for another one's row; what is left so is folded into the counters meanwhile. A figure is
-- both together, and so is never behind.
create table oversight.alert_count (
  -- '00' for alerts about the nation itself.
  state char(2) not null constraint alert_count_state_is_known check (state ~ '^(0[0-9]|[12][0-9]|3[0-2])$'),
  kind text not null,
  severity text not null constraint alert_count_severity_is_known check (severity in ('AMBER', 'RED', 'CRITICAL')),
  n integer not null,
  -- Of them, by a person while the cause holds.
  closed integer not null,
  constraint alert_count_pkey primary key (state, kind, severity)
);
create table oversight.alert_count_delta (
  id bigserial not null,
  state char(2) not null,
  kind text not null,
  severity text not null,
  n integer not null,
  closed integer not null,
  constraint alert_count_delta_pkey primary key (id)
);

drop view oversight.alert_counted;
create view oversight.alert_counted as
  select state, kind, severity, sum(n)::integer as count, sum(closed)::integer as closed_by_person
  from (select state, kind, severity, n, closed from oversight.alert_count
    union all select state, kind, severity, n, closed from oversight.alert_count_delta) parts
  group by state, kind, severity having sum(n) <> 0;
grant select on oversight.alert_counted to vigia_oversight_reader, vigia_oversight;

create function oversight.count_opened_alerts() returns trigger language plpgsql as $$
begin
  insert into oversight.alert_count_delta (state, kind, severity, n, closed)
  select state, kind, severity, count(*), count(closed_at) from new_rows where resolved_at is null group by 1, 2, 3;
  return null;
end $$;
create function oversight.count_changed_alerts() returns trigger language plpgsql as $$
begin
  insert into oversight.alert_count_delta (state, kind, severity, n, closed)
  select state, kind, severity, sum(n), sum(closed) from (
    select state, kind, severity, 1 as n, (closed_at is not null)::integer as closed from new_rows where resolved_at is null
    union all select state, kind, severity, -1, -(closed_at is not null)::integer from old_rows where resolved_at is null) moved
  group by 1, 2, 3 having sum(n) <> 0 or sum(closed) <> 0;
  return null;
end $$;
create function oversight.count_deleted_alerts() returns trigger language plpgsql as $$
begin
  insert into oversight.alert_count_delta (state, kind, severity, n, closed)
  select state, kind, severity, -count(*), -count(closed_at) from old_rows where resolved_at is null group by 1, 2, 3;
  return null;
end $$;
create function oversight.count_no_alerts() returns trigger language plpgsql as $$
begin
  delete from oversight.alert_count;
  delete from oversight.alert_count_delta;
  return null;
end $$;
create trigger count_opened after insert on oversight.alert
  referencing new table as new_rows for each statement execute function oversight.count_opened_alerts();
create trigger count_changed after update on oversight.alert
  referencing old table as old_rows new table as new_rows for each statement execute function oversight.count_changed_alerts();
create trigger count_deleted after delete on oversight.alert
  referencing old table as old_rows for each statement execute function oversight.count_deleted_alerts();
create trigger count_none after truncate on oversight.alert
  for each statement execute function oversight.count_no_alerts();

-- Those that are open by now. The triggers hold whoever writes until this is done.
insert into oversight.alert_count (state, kind, severity, n, closed)
select state, kind, severity, count(*), count(closed_at) from oversight.alert where resolved_at is null group by 1, 2, 3;
