-- The ombudspersons are written to of each use of emergency access, and of one that nobody has signed for (security.md 3.7): one letter each,
-- of which `alarm_id` says which alarm it told. What was raised before is told by the lists of old.
alter table oversight.mail add column alarm_id bigint;
create unique index mail_alarm_id_recipient_key on oversight.mail (alarm_id, recipient);

-- Of whom an alarm is no view tells (audit.alarm_told): it is asked here for the state whose ombudsperson has to be told, and goes no further.
create function audit.emergencies_since(moment timestamptz)
  returns table (id bigint, at timestamptz, kind text, role text, states text[], child_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.id, a.at, a.kind, a.role, a.states, a.child_id from audit.alarm a
  where a.kind in ('EMERGENCY', 'UNSIGNED') and a.at > moment order by a.id
$$;
revoke all on function audit.emergencies_since from public;
grant execute on function audit.emergencies_since to vigia_oversight;
create index alarm_of_emergencies on audit.alarm (at) where kind in ('EMERGENCY', 'UNSIGNED');
