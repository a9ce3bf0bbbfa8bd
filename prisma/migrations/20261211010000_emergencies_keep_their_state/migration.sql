-- Of an emergency the ombudsperson of the state is told in which its child was found. That was read of the child as it is now: with the file
-- that told of it, taken back since, the use went from his list, and he was not written to. It is kept with the use, as it was then.
alter table openings.opening add column found_in char(2); -- null of a child that nobody had found

alter table openings.opening disable trigger keep; -- of those of before, as far as it is known still
update openings.opening o set found_in = c.state from children.child c where c.id = o.child_id;
alter table openings.opening enable trigger keep;

-- The latest use by that account of that child is what an alarm tells of.
drop function audit.emergencies_since(timestamptz);
create function audit.emergencies_since(moment timestamptz)
  returns table (id bigint, at timestamptz, kind text, role text, states text[], found char(2))
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.at, a.kind, a.role, a.states, (
    select o.found_in from openings.opening o
    where o.by = 'EMERGENCY' and o.child_id = a.child_id and o.subject = a.subject order by o.at desc limit 1)
  from audit.alarm a where a.kind in ('EMERGENCY', 'UNSIGNED') and a.at > moment order by a.id
$$;
revoke all on function audit.emergencies_since from public;
grant execute on function audit.emergencies_since to vigia_oversight;
