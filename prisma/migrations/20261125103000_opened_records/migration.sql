-- Records that somebody has opened beyond what his role may always read: of one child, for a day, with a reason in writing; and what
-- an emergency opens, which a second person signs (security.md 3.7). Who, when, why and until when stay as they were written.
create schema openings;

create table openings.opening (
  id uuid not null,
  by text not null check (by in ('REASON', 'EMERGENCY')),
  subject text not null,
  role text not null,
  office text,
  states text[],
  child_id uuid not null,     -- no reference: what was opened stays told, also where the child is withdrawn
  reason text not null check (length(reason) between 10 and 500),
  is_outside boolean not null, -- the child was beyond the rows of who asked
  request_id text not null,
  at timestamptz(3) not null,
  until timestamptz(3) not null,
  signed_by text,
  signed_role text,
  signed_office text,
  signed_at timestamptz(3),
  flagged_at timestamptz(3),  -- nobody had signed in time
  constraint opening_pkey primary key (id),
  constraint signed_by_another check (signed_by <> subject),
  constraint signed_by_somebody check ((signed_by is null) = (signed_at is null) and (signed_by is null) = (signed_role is null)),
  constraint emergencies_are_signed check (by = 'EMERGENCY' or (signed_at is null and flagged_at is null and not is_outside))
);
create index opening_subject_until_idx on openings.opening (subject, until);
create index opening_child_id_idx on openings.opening (child_id) where by = 'EMERGENCY';
create index opening_unsigned_idx on openings.opening (at) where by = 'EMERGENCY' and signed_at is null;

-- It may end sooner, and be signed or flagged once. Nothing else of it changes, whoever asks.
create function openings.keep() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'What was opened is told for good.' using errcode = '42501';
  end if;
  if to_jsonb(new) - array['until', 'signed_by', 'signed_role', 'signed_office', 'signed_at', 'flagged_at']
      <> to_jsonb(old) - array['until', 'signed_by', 'signed_role', 'signed_office', 'signed_at', 'flagged_at']
    or new.until > old.until
    or (old.signed_at is not null and (new.signed_by, new.signed_role, new.signed_office, new.signed_at)
      is distinct from (old.signed_by, old.signed_role, old.signed_office, old.signed_at))
    or (old.flagged_at is not null and new.flagged_at is distinct from old.flagged_at) then
    raise exception 'What was opened stays as it was written.' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep before update or delete on openings.opening for each row execute function openings.keep();
create trigger keep_all before truncate on openings.opening for each statement execute function openings.keep();

-- What is open now. Whoever was turned out, or has other rights since, has opened nothing with those of now.
create view openings.live as
  select o.subject, o.role, o.states, o.child_id, o.by, o.is_outside, o.until, o.reason, o.at from openings.opening o
  where o.until > clock_timestamp()
    and not exists (select from sessions.subject s where s.sub = o.subject and s.revoked_at > o.at);

revoke all on all tables in schema openings from public;
grant usage on schema openings to vigia_children, vigia_gateway;
grant select, insert on openings.opening to vigia_children;
grant update (signed_by, signed_role, signed_office, signed_at, flagged_at) on openings.opening to vigia_children;
grant select on openings.live to vigia_gateway, vigia_children;

-- Acts of their own in the audit, whatever acts and alarms there are beside them.
do $$
declare
  known text;
begin
  select substring(pg_get_constraintdef(oid) from '^CHECK (.*)$') into known from pg_constraint
  where conrelid = 'audit.entry'::regclass and conname = 'entry_act_check';
  alter table audit.entry drop constraint entry_act_check;
  execute format('alter table audit.entry add constraint entry_act_check check (act in (%L, %L, %L, %L, %L, %L, %L) or %s)',
    'OPEN', 'EMERGENCY', 'SIGN', 'FLAG', 'SIGN_IN', 'SIGN_OUT', 'KEY', known);
  select substring(pg_get_constraintdef(oid) from '^CHECK (.*)$') into known from pg_constraint
  where conrelid = 'audit.alarm'::regclass and conname = 'alarm_kind_check';
  alter table audit.alarm drop constraint alarm_kind_check;
  execute format('alter table audit.alarm add constraint alarm_kind_check check (kind in (%L, %L) or %s)', 'EMERGENCY', 'UNSIGNED', known);
end $$;

-- What overseers are shown says now which act it was.
create or replace view audit.access_told as
  select a.child_id, a.entry_id, a.is_given, e.at, e.service, l.seq, l.hash, e.subject, e.role, e.office, e.asked, e.scopes, e.reason,
    e.request_id, e.act
  from audit.access a join audit.entry e on e.id = a.entry_id join audit.link l on l.entry_id = a.entry_id;
