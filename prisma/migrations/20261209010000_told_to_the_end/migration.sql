-- Who knows of a child by an act of an authority (a Procuraduría, the commission of a state) was told that something is against the law, and
-- never that it is over, where the act went with it: a find, a stay, a file that was withdrawn, a child found to be another, a place that
-- turned out to be of another state. To whoever follows it stood open for ever. An alert keeps by which acts in its state the child was
-- known when it was told; once it is over these let it be read, as long as a cursor is good (REPLAYED_DAYS).
alter table oversight.alert add column known_by text[] not null default '{}';

-- The acts of act_here, of one child and by no context.
create function oversight.acts_on(of_child uuid, of_state char(2), told_at timestamptz) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct act order by act), '{}') from (
    select case f.entity when 'detection' then 'NOTICE' when 'protection_case' then 'FILE' else 'STAY' end as act
    from oversight.path_fact f
    where f.child_id = of_child and case f.entity
      when 'detection' then f.notified_at is not null and f.state = of_state
      when 'protection_case' then (f.detail ->> 'state')::char(2) = of_state
      when 'stay' then f.state = of_state and (f.until is null or f.until > told_at - interval '30 days')
      else false end) acted
$$;
revoke all on function oversight.acts_on(uuid, char, timestamptz) from public;
grant execute on function oversight.acts_on(uuid, char, timestamptz) to vigia_oversight;

-- What stands. Nothing is told anew by this.
alter table oversight.alert disable trigger user;
update oversight.alert set known_by = oversight.acts_on(child_id, state, now()) where child_id is not null and resolved_at is null;
alter table oversight.alert enable trigger user;

alter policy by_actor on oversight.alert using (
  (select sec.sees_all())
  or state = any ((select sec.states())::char(2)[]) and case (select sec.rule())
    when 'STATES' then true
    when 'AGREEMENT' then (select sec.agreed('alerts'))
      and ((select sec.agreed_kinds()) is null or kind = any ((select sec.agreed_kinds())::text[]))
    when 'PLACED' then case when child_id is null
      then facility_id is null or (select sec.facilities()) is null or facility_id = any ((select sec.facilities())::uuid[])
      else exists (select from oversight.act_here a where a.child_id = alert.child_id) end
    when 'CASES' then child_id is null
      or resolved_at > (select sec.now()) - interval '90 days' and known_by && (select sec.acts())::text[]
      or case when sec.planned_reach() = 'MANY'
      then exists (select from oversight.act_here a where a.child_id = alert.child_id)
      else (select true from oversight.act_here a where a.child_id = alert.child_id limit 1) end
    when 'STATE_ACTS' then child_id is null
      or resolved_at > (select sec.now()) - interval '90 days' and known_by && (select sec.acts())::text[]
      or case when sec.planned_reach() = 'MANY'
      then exists (select from oversight.act_here a where a.child_id = alert.child_id)
      else (select true from oversight.act_here a where a.child_id = alert.child_id limit 1) end
    else false
  end);
