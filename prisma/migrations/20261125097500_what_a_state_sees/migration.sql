-- Whom the authorities of a state may know of: beside the children first found there, those found there again, those who are
-- lodged there now, and those of whom its Procuraduría has a file. Derived here from the facts and from what placements and
-- representation tell; the other services are told of it, child by child, and keep it as they keep the children.
create table children.place_ref (
  facility_id uuid not null,
  state char(2) not null,
  constraint place_ref_pkey primary key (facility_id)
);
create table children.stay_ref (
  stay_id uuid not null,
  child_id uuid not null,
  facility_id uuid not null,
  constraint stay_ref_pkey primary key (stay_id)
);
create index stay_ref_child_id_idx on children.stay_ref (child_id);
create index stay_ref_facility_id_idx on children.stay_ref (facility_id);
create table children.case_ref (
  case_id uuid not null,
  child_id uuid not null,
  state char(2) not null,
  constraint case_ref_pkey primary key (case_id)
);
create index case_ref_child_id_idx on children.case_ref (child_id);

do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns'] loop
    execute format('create table %I.child_sight (
      child_id uuid not null, states char(2)[], constraint child_sight_pkey primary key (child_id))', service);
    execute format('grant select, insert, update, delete, truncate on %I.child_sight to %I', service, 'vigia_' || service);
  end loop;
end $$;
create index child_sight_states_idx on children.child_sight using gin (states);
grant select, insert, update, delete, truncate on children.place_ref, children.stay_ref, children.case_ref to vigia_children;

-- services/children/src/rules/in-sight.ts, for many children at once.
create function children.refresh_sight(ids uuid[]) returns void language sql as $$
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
  ), gone as (
    delete from children.child_sight o using asked a
    where o.child_id = a.child_id and not exists (select from further f where f.child_id = a.child_id)
  )
  insert into children.child_sight as o (child_id, states) select child_id, states from further
  on conflict (child_id) do update set states = excluded.states where o.states is distinct from excluded.states
$$;

-- As indicator.changed, it carries what is so now; none is an empty list.
create function outbox.tell_of_sight() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' then
    insert into outbox.pending (source, type, entity_id, child_id, payload)
    select tg_table_schema, 'sight.changed', o.child_id, o.child_id, json_build_object('child_id', o.child_id, 'states', '{}'::text[])
    from old_rows o;
  else
    insert into outbox.pending (source, type, entity_id, child_id, payload)
    select tg_table_schema, 'sight.changed', n.child_id, n.child_id, row_to_json(n) from new_rows n;
  end if;
  return null;
end $$;
create trigger a_tell_insert after insert on children.child_sight referencing new table as new_rows
  for each statement execute function outbox.tell_of_sight();
create trigger a_tell_update after update on children.child_sight referencing new table as new_rows
  for each statement execute function outbox.tell_of_sight();
create trigger a_tell_delete after delete on children.child_sight referencing old table as old_rows
  for each statement execute function outbox.tell_of_sight();

-- A registry that has been running has read these events before it knew what to keep of them.
insert into children.place_ref (facility_id, state) select id, state from placements.facility;
insert into children.stay_ref (stay_id, child_id, facility_id)
  select id, child_id, facility_id from placements.stay where left_at is null;
insert into children.case_ref (case_id, child_id, state) select id, child_id, state from representation.protection_case;
select children.refresh_sight(array(select id from children.child));
