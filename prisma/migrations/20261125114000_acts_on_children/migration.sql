-- By which acts the authorities of a state know of a child, in every service: a notice that its Procuraduría was given, a file that it
-- opened, a stay in a place of it (security.md 3.2). Procuradurías, the DIF and the ombudspersons of a state know of the children with
-- such an act and of no other; until now the children service alone judged them by it, and the others by the state of the child.
-- Each service sees it in what it holds itself and in what it follows already; nobody tells it anything new.

-- When it is, as whoever signed the context knows it. None is null, under which nothing that ends is seen.
create function sec.now() returns timestamptz language sql stable parallel safe as $$ select (sec.ctx() ->> 'at')::timestamptz $$;
-- services/_law/src/access-lines.ts (ACTS_OF): which acts count for the rule of the actor.
create function sec.acts() returns text[] language sql stable parallel safe as $$
  select case sec.rule()
    when 'CASES' then array['NOTICE', 'FILE']
    when 'PLACED' then array['STAY']
    when 'STATE_ACTS' then array['NOTICE', 'FILE', 'STAY']
    else '{}' end
$$;
revoke all on function sec.now(), sec.acts() from public;
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function sec.now(), sec.acts() to %I', 'vigia_' || service || '_reader');
  end loop;
end $$;

-- Pictures. Of stays, those that go on and those that ended lately (services/_kit/src/picture-of-children.ts).
alter table children.stay_ref add column left_at timestamptz(3);
alter table returns.detection_ref add column state char(2), add column notified_at timestamptz(3);
create table placements.notice_ref (
  detection_id uuid not null,
  child_id uuid not null,
  state char(2) not null,
  constraint notice_ref_pkey primary key (detection_id)
);
create index notice_ref_child_id_idx on placements.notice_ref (child_id);
do $$
declare
  service text;
begin
  foreach service in array array['placements', 'returns'] loop
    execute format('create table %I.case_ref (
      case_id uuid not null, child_id uuid not null, state char(2) not null, constraint case_ref_pkey primary key (case_id))', service);
    execute format('create index case_ref_child_id_idx on %I.case_ref (child_id)', service);
    execute format('grant select, insert, update, delete, truncate on %I.case_ref to %I', service, 'vigia_' || service);
  end loop;
  foreach service in array array['representation', 'returns'] loop
    execute format('create table %I.place_ref (facility_id uuid not null, state char(2) not null,
      constraint place_ref_pkey primary key (facility_id))', service);
    execute format('create table %I.stay_ref (stay_id uuid not null, child_id uuid not null, facility_id uuid not null,
      left_at timestamptz(3), constraint stay_ref_pkey primary key (stay_id))', service);
    execute format('create index stay_ref_child_id_idx on %I.stay_ref (child_id)', service);
    execute format('create index stay_ref_facility_id_idx on %I.stay_ref (facility_id)', service);
    execute format('grant select, insert, update, delete, truncate on %I.place_ref, %I.stay_ref to %I',
      service, service, 'vigia_' || service);
  end loop;
  foreach service in array array['children', 'representation', 'returns'] loop
    execute format('create index stay_ref_left_at_idx on %I.stay_ref (left_at) where left_at is not null', service);
  end loop;
end $$;
grant select, insert, update, delete, truncate on placements.notice_ref to vigia_placements;

-- What each service holds of them, of the actor's states and of the acts that count for him: a stay until 30 days after it ended.
create view children.act_here with (security_barrier) as
  select child_id, state, 'NOTICE' as act from children.detection
  where ppnna_notified_at is not null and state = any ((select sec.states())::char(2)[]) and 'NOTICE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'FILE' from children.case_ref
  where state = any ((select sec.states())::char(2)[]) and 'FILE' = any ((select sec.acts())::text[])
  union all
  select s.child_id, p.state, 'STAY' from children.stay_ref s join children.place_ref p using (facility_id)
  where p.state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])
    and (s.left_at is null or s.left_at > (select sec.now()) - interval '30 days');
create view placements.act_here with (security_barrier) as
  select child_id, state, 'NOTICE' as act from placements.notice_ref
  where state = any ((select sec.states())::char(2)[]) and 'NOTICE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'FILE' from placements.case_ref
  where state = any ((select sec.states())::char(2)[]) and 'FILE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'STAY' from placements.stay_ledger
  where state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])
    and (left_at is null or left_at > (select sec.now()) - interval '30 days');
create view representation.act_here with (security_barrier) as
  select child_id, state, 'NOTICE' as act from representation.notice_ref
  where state = any ((select sec.states())::char(2)[]) and 'NOTICE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'FILE' from representation.protection_case
  where state = any ((select sec.states())::char(2)[]) and 'FILE' = any ((select sec.acts())::text[])
  union all
  select s.child_id, p.state, 'STAY' from representation.stay_ref s join representation.place_ref p using (facility_id)
  where p.state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])
    and (s.left_at is null or s.left_at > (select sec.now()) - interval '30 days');
create view returns.act_here with (security_barrier) as
  select child_id, state, 'NOTICE' as act from returns.detection_ref
  where notified_at is not null and state = any ((select sec.states())::char(2)[]) and 'NOTICE' = any ((select sec.acts())::text[])
  union all
  select child_id, state, 'FILE' from returns.case_ref
  where state = any ((select sec.states())::char(2)[]) and 'FILE' = any ((select sec.acts())::text[])
  union all
  select s.child_id, p.state, 'STAY' from returns.stay_ref s join returns.place_ref p using (facility_id)
  where p.state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])
    and (s.left_at is null or s.left_at > (select sec.now()) - interval '30 days');
create view oversight.act_here with (security_barrier) as
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
    and (until is null or until > (select sec.now()) - interval '30 days');

do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant select on %I.act_here to %I', service, 'vigia_' || service || '_reader');
  end loop;
end $$;

-- Of the child itself; what belongs to it is seen as the child is (sec.guard_of_children).
do $$
declare
  service text;
  child text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns'] loop
    child := case service when 'children' then 'child.id' else 'child_ref.child_id' end;
    execute format($policy$
      alter policy by_actor on %1$I.%2$I using (
        (select sec.sees_all())
        or %3$s = any ((select sec.opened())::uuid[])
        or case (select sec.rule())
          when 'STATES' then state = any ((select sec.states())::char(2)[])
            or (select true from %1$I.child_sight s where s.child_id = %3$s)
          when 'MANDATE' then (select true from %1$I.child_sight s where s.child_id = %3$s)
          else (select true from %1$I.act_here a where a.child_id = %3$s limit 1)
        end)$policy$, service, split_part(child, '.', 1), child);
  end loop;
end $$;

-- An alert about a child is of whoever knows of the child, beside being of its state; one about a place or a state is of the state.
alter policy by_actor on oversight.alert using (
  (select sec.sees_all())
  or state = any ((select sec.states())::char(2)[]) and case (select sec.rule())
    when 'STATES' then true
    when 'AGREEMENT' then true
    when 'CASES' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)
    when 'PLACED' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)
    when 'STATE_ACTS' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)
    else false
  end);

-- The login that answers reads the acts of its actor, and not the pictures that they stand in.
revoke select on children.stay_ref, children.case_ref from vigia_children_reader;
drop policy by_actor on children.stay_ref;
drop policy by_actor on children.case_ref;
drop view children.filed_here;

-- Where a child is decides of which states it is; that it has left does not.
create or replace function children.refresh_sight(ids uuid[]) returns void language sql as $$
  with asked as (
    select distinct child_id from unnest(ids) i (child_id)
  ), concerned as (
    select child_id, d.state from asked join children.detection d using (child_id)
    union
    select child_id, p.state from asked join children.stay_ref s using (child_id) join children.place_ref p using (facility_id)
    where s.left_at is null
    union
    select child_id, k.state from asked join children.case_ref k using (child_id)
  ), further as (
    select child_id, array_agg(s.state order by s.state) as states
    from concerned s join children.child c on c.id = s.child_id where s.state <> c.state group by child_id
  ), mandated as (
    select child_id, array_agg(distinct children.party_of(m.represented_by)) as parties
    from asked join children.mandate_ref m using (child_id)
    where m.quality in ('CSO_LAWYER', 'PRO_BONO', 'FEDERAL_DEFENDER', 'STATE_DEFENDER')
      and exists (select from children.child c where c.id = child_id) group by child_id
  ), sight as (
    select child_id, coalesce(f.states, '{}') as states, coalesce(m.parties, '{}') as parties
    from further f full join mandated m using (child_id)
  ), gone as (
    delete from children.child_sight o using asked a
    where o.child_id = a.child_id and not exists (select from sight s where s.child_id = a.child_id)
  )
  insert into children.child_sight as o (child_id, states, parties) select child_id, states, parties from sight
  on conflict (child_id) do update set states = excluded.states, parties = excluded.parties
  where (o.states, o.parties) is distinct from (excluded.states, excluded.parties)
$$;

-- A registry that has been running has read these events before it knew what to keep of them.
insert into placements.notice_ref (detection_id, child_id, state)
  select id, child_id, state from children.detection where ppnna_notified_at is not null;
update returns.detection_ref r set state = d.state, notified_at = d.ppnna_notified_at from children.detection d where d.id = r.detection_id;
insert into placements.case_ref (case_id, child_id, state) select id, child_id, state from representation.protection_case;
insert into returns.case_ref (case_id, child_id, state) select id, child_id, state from representation.protection_case;
insert into representation.place_ref (facility_id, state) select id, state from placements.facility;
insert into returns.place_ref (facility_id, state) select id, state from placements.facility;
insert into children.stay_ref (stay_id, child_id, facility_id, left_at)
  select id, child_id, facility_id, left_at from placements.stay where left_at > now() - interval '90 days'
  on conflict (stay_id) do nothing;
insert into representation.stay_ref (stay_id, child_id, facility_id, left_at)
  select id, child_id, facility_id, left_at from placements.stay where left_at is null or left_at > now() - interval '90 days';
insert into returns.stay_ref (stay_id, child_id, facility_id, left_at)
  select id, child_id, facility_id, left_at from placements.stay where left_at is null or left_at > now() - interval '90 days';
