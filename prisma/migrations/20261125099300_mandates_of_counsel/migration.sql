-- Independent counsel may know of the children who gave it a mandate that has not ended. It stands beside the states that may
-- know of a child, is derived in the same place, and is told to the other services in the same event.
create table children.mandate_ref (
  representation_id uuid not null,
  child_id uuid not null,
  quality text not null,
  represented_by text not null,
  constraint mandate_ref_pkey primary key (representation_id)
);
create index mandate_ref_child_id_idx on children.mandate_ref (child_id);
grant select, insert, update, delete, truncate on children.mandate_ref to vigia_children;

alter table children.child_sight add column parties text[] not null default '{}';
alter table placements.child_sight add column parties text[] not null default '{}';
alter table representation.child_sight add column parties text[] not null default '{}';
alter table returns.child_sight add column parties text[] not null default '{}';
create index child_sight_parties_idx on children.child_sight using gin (parties);

-- services/_kit/src/graph/in-sight.ts, partyOf.
create function children.party_of(name text) returns text language sql immutable as $$
  select upper(regexp_replace(btrim(name), '\s+', ' ', 'g'))
$$;

-- services/children/src/rules/in-sight.ts, for many children at once.
create or replace function children.refresh_sight(ids uuid[]) returns void language sql as $$
  with asked as (
    select distinct child_id from unnest(ids) i (child_id)
  ), concerned as (
    select child_id, d.state from asked join children.detection d using (child_id)
    union
    select child_id, p.state from asked join children.stay_ref using (child_id) join children.place_ref p using (facility_id)
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
insert into children.mandate_ref (representation_id, child_id, quality, represented_by)
  select id, child_id, quality, represented_by from representation.representation
  where represented_by is not null and ended_on is null;
select children.refresh_sight(array(select child_id from children.mandate_ref));
