-- An account of the DIF may be bound to single places of its states (security.md 3.1, 3.2: "state or facility"): then a stay in these counts
-- as an act by which it knows of a child, and no other. The rest as it was.

-- The places to which the actor is bound, as whoever signed the context says; null where it is bound to states alone.
create function sec.facilities() returns uuid[] language sql stable parallel safe as $$
  select case when jsonb_typeof(sec.ctx() -> 'facilities') = 'array'
    then array(select jsonb_array_elements_text(sec.ctx() -> 'facilities'))::uuid[] end
$$;
revoke all on function sec.facilities() from public;
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function sec.facilities() to %I', 'vigia_' || service || '_reader');
  end loop;
end $$;

create or replace view children.act_here with (security_barrier) as
  select child_id, state, 'NOTICE' as act from children.detection
  where ppnna_notified_at is not null and state = any ((select sec.states())::char(2)[]) and 'NOTICE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'FILE' from children.case_ref
  where state = any ((select sec.states())::char(2)[]) and 'FILE' = any ((select sec.acts())::text[])
  union all
  select s.child_id, p.state, 'STAY' from children.stay_ref s join children.place_ref p using (facility_id)
  where p.state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])
    and ((select sec.facilities()) is null or s.facility_id = any ((select sec.facilities())::uuid[]))
    and (s.left_at is null or s.left_at > (select sec.now()) - interval '30 days');
create or replace view placements.act_here with (security_barrier) as
  select child_id, state, 'NOTICE' as act from placements.notice_ref
  where state = any ((select sec.states())::char(2)[]) and 'NOTICE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'FILE' from placements.case_ref
  where state = any ((select sec.states())::char(2)[]) and 'FILE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'STAY' from placements.stay_ledger
  where state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])
    and ((select sec.facilities()) is null or facility_id = any ((select sec.facilities())::uuid[]))
    and (left_at is null or left_at > (select sec.now()) - interval '30 days');
create or replace view representation.act_here with (security_barrier) as
  select child_id, state, 'NOTICE' as act from representation.notice_ref
  where state = any ((select sec.states())::char(2)[]) and 'NOTICE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'FILE' from representation.protection_case
  where state = any ((select sec.states())::char(2)[]) and 'FILE' = any ((select sec.acts())::text[])
  union all
  select s.child_id, p.state, 'STAY' from representation.stay_ref s join representation.place_ref p using (facility_id)
  where p.state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])
    and ((select sec.facilities()) is null or s.facility_id = any ((select sec.facilities())::uuid[]))
    and (s.left_at is null or s.left_at > (select sec.now()) - interval '30 days');
create or replace view returns.act_here with (security_barrier) as
  select child_id, state, 'NOTICE' as act from returns.detection_ref
  where notified_at is not null and state = any ((select sec.states())::char(2)[]) and 'NOTICE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'FILE' from returns.case_ref
  where state = any ((select sec.states())::char(2)[]) and 'FILE' = any ((select sec.acts())::text[])
  union all
  select s.child_id, p.state, 'STAY' from returns.stay_ref s join returns.place_ref p using (facility_id)
  where p.state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])
    and ((select sec.facilities()) is null or s.facility_id = any ((select sec.facilities())::uuid[]))
    and (s.left_at is null or s.left_at > (select sec.now()) - interval '30 days');
create or replace view oversight.act_here with (security_barrier) as
  select child_id, state, 'NOTICE' as act from oversight.path_fact
  where entity = 'detection' and notified_at is not null
    and state = any ((select sec.states())::char(2)[]) and 'NOTICE' = any ((select sec.acts())::text[])
  union all
  select child_id, (detail ->> 'state')::char(2), 'FILE' from oversight.path_fact
  where entity = 'protection_case'
    and (detail ->> 'state')::char(2) = any ((select sec.states())::char(2)[]) and 'FILE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'STAY' from oversight.path_fact
  where entity = 'stay' and state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])
    and ((select sec.facilities()) is null or facility_id = any ((select sec.facilities())::uuid[]))
    and (until is null or until > (select sec.now()) - interval '30 days');

-- Of alerts about places, those about its own.
alter policy by_actor on oversight.alert using (
  (select sec.sees_all())
  or state = any ((select sec.states())::char(2)[]) and case (select sec.rule())
    when 'STATES' then true
    when 'AGREEMENT' then (select sec.agreed('alerts'))
      and ((select sec.agreed_kinds()) is null or kind = any ((select sec.agreed_kinds())::text[]))
    when 'CASES' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)
    when 'PLACED' then case when child_id is null
      then facility_id is null or (select sec.facilities()) is null or facility_id = any ((select sec.facilities())::uuid[])
      else (select true from oversight.act_here a where a.child_id = alert.child_id limit 1) end
    when 'STATE_ACTS' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)
    else false
  end);
