-- Agreements of partners (security.md 3.2): beside its states an agreement names data, kinds of alert and a term. The signed context
-- carries it, and what rests on it is let through by these policies while it is in force, whoever writes the SQL.
create function sec.agreed(datum text) returns boolean language sql stable parallel safe as $$
  select coalesce(sec.rule() = 'AGREEMENT' and a -> 'data' ? datum
    and sec.now() >= to_timestamp((a ->> 'from')::numeric / 1000) and sec.now() < to_timestamp((a ->> 'until')::numeric / 1000), false)
  from (select sec.ctx() -> 'agreement' as a) of_actor
$$;
-- Null for every kind.
create function sec.agreed_kinds() returns text[] language sql stable parallel safe as $$
  select case when jsonb_typeof(sec.ctx() -> 'agreement' -> 'kinds') = 'array'
    then array(select jsonb_array_elements_text(sec.ctx() -> 'agreement' -> 'kinds')) end
$$;
revoke all on function sec.agreed(text), sec.agreed_kinds() from public;
grant execute on function sec.agreed(text), sec.agreed_kinds() to vigia_placements_reader, vigia_oversight_reader;

create or replace view placements.overstay with (security_barrier) as
  select stay_id, child_id, state, kind, entered_at from placements.stay_ledger
  where left_at is null and kind in ('PROHIBITED', 'REFERRAL', 'OTHER_AD_HOC')
    and (select sec.agreed('overstays')) and state = any ((select sec.states())::char(2)[]);

alter policy by_actor on oversight.alert using (
  (select sec.sees_all())
  or state = any ((select sec.states())::char(2)[]) and case (select sec.rule())
    when 'STATES' then true
    when 'AGREEMENT' then (select sec.agreed('alerts'))
      and ((select sec.agreed_kinds()) is null or kind = any ((select sec.agreed_kinds())::text[]))
    when 'CASES' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)
    when 'PLACED' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)
    when 'STATE_ACTS' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)
    else false
  end);

-- What the registry knows of the agreement of whoever registered an endpoint. A partner of before has none, and is told nothing until it
-- shows itself again.
alter table oversight.webhook_owner add column agreement jsonb;
drop view oversight.webhook_owner_now;
create view oversight.webhook_owner_now as
  select o.*, (select s.revoked_at from sessions.subject s where s.sub = o.subject) as revoked_at from oversight.webhook_owner o;
grant select on oversight.webhook_owner_now to vigia_oversight;

-- A step that an agreement does not cover is not even withheld: that there was one would be told by that. Asked again at delivery.
create function oversight.is_agreed(o oversight.webhook_owner, kind text, at timestamptz) returns boolean language sql stable as $$
  select case when o.agreement is null then o.role <> 'partner' else coalesce(
    o.agreement -> 'data' ? 'alerts' and (jsonb_typeof(o.agreement -> 'kinds') is distinct from 'array' or o.agreement -> 'kinds' ? kind)
    and at >= to_timestamp((o.agreement ->> 'from')::numeric / 1000)
    and at < to_timestamp((o.agreement ->> 'until')::numeric / 1000), false) end
$$;

create or replace function oversight.enqueue_deliveries() returns trigger language plpgsql as $$
declare
  endpoints uuid[];
  lanes text[];
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
  where h.step in ('OPENED', 'ESCALATED') and h.severity = 'CRITICAL' and a.resolved_at is null;
  return null;
end $$;
