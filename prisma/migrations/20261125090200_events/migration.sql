-- Facts tell of themselves. Statement-level triggers write, in the transaction of the change, the event that the other
-- services read and the former version of what was replaced, so that no writer can forget either.

-- One constant: the local date of an instant. Days are counted in Mexico City, never in UTC.
create function outbox.mx_date(at timestamptz) returns date language sql immutable parallel safe as $$
  select (at at time zone 'America/Mexico_City')::date
$$;

-- Facts about a child.
create function outbox.tell() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  entity constant text := tg_argv[0];
begin
  if tg_op = 'INSERT' then
    insert into outbox.pending (source, type, entity_id, child_id, batch_id, payload)
    select tg_table_schema, entity || '.recorded', n.id, n.child_id, n.batch_id, row_to_json(n) from new_rows n;
  elsif tg_op = 'UPDATE' then
    insert into outbox.pending (source, type, entity_id, child_id, batch_id, payload)
    select tg_table_schema, entity || '.corrected', n.id, n.child_id, n.batch_id, row_to_json(n)
    from new_rows n join old_rows o using (id) where n is distinct from o;
    execute format(
      'insert into %I.former_version (entity, entity_id, former, recorded_at)
       select $1, o.id, to_jsonb(o), o.recorded_at from new_rows n join old_rows o using (id) where n is distinct from o',
      tg_table_schema) using entity;
  else
    insert into outbox.pending (source, type, entity_id, child_id, batch_id, payload)
    select tg_table_schema, entity || '.withdrawn', o.id, o.child_id, o.batch_id, null from old_rows o;
    execute format(
      'insert into %I.former_version (entity, entity_id, former, recorded_at)
       select $1, o.id, to_jsonb(o), o.recorded_at from old_rows o', tg_table_schema) using entity;
  end if;
  return null;
end $$;

-- The child itself.
create function outbox.tell_of_child() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  entity constant text := tg_argv[0];
begin
  if tg_op = 'INSERT' then
    insert into outbox.pending (source, type, entity_id, child_id, batch_id, payload)
    select tg_table_schema, entity || '.recorded', n.id, n.id, n.batch_id, row_to_json(n) from new_rows n;
  elsif tg_op = 'UPDATE' then
    insert into outbox.pending (source, type, entity_id, child_id, batch_id, payload)
    select tg_table_schema, entity || '.corrected', n.id, n.id, n.batch_id, row_to_json(n)
    from new_rows n join old_rows o using (id) where n is distinct from o;
    execute format(
      'insert into %I.former_version (entity, entity_id, former, recorded_at)
       select $1, o.id, to_jsonb(o), o.recorded_at from new_rows n join old_rows o using (id) where n is distinct from o',
      tg_table_schema) using entity;
  else
    insert into outbox.pending (source, type, entity_id, child_id, batch_id, payload)
    select tg_table_schema, entity || '.withdrawn', o.id, o.id, o.batch_id, null from old_rows o;
    execute format(
      'insert into %I.former_version (entity, entity_id, former, recorded_at)
       select $1, o.id, to_jsonb(o), o.recorded_at from old_rows o', tg_table_schema) using entity;
  end if;
  return null;
end $$;

-- Facts about a place.
create function outbox.tell_of_place() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  entity constant text := tg_argv[0];
begin
  if tg_op = 'INSERT' then
    insert into outbox.pending (source, type, entity_id, child_id, batch_id, payload)
    select tg_table_schema, entity || '.recorded', n.id, null::uuid, n.batch_id, row_to_json(n) from new_rows n;
  elsif tg_op = 'UPDATE' then
    insert into outbox.pending (source, type, entity_id, child_id, batch_id, payload)
    select tg_table_schema, entity || '.corrected', n.id, null::uuid, n.batch_id, row_to_json(n)
    from new_rows n join old_rows o using (id) where n is distinct from o;
    execute format(
      'insert into %I.former_version (entity, entity_id, former, recorded_at)
       select $1, o.id, to_jsonb(o), o.recorded_at from new_rows n join old_rows o using (id) where n is distinct from o',
      tg_table_schema) using entity;
  else
    insert into outbox.pending (source, type, entity_id, child_id, batch_id, payload)
    select tg_table_schema, entity || '.withdrawn', o.id, null::uuid, o.batch_id, null from old_rows o;
    execute format(
      'insert into %I.former_version (entity, entity_id, former, recorded_at)
       select $1, o.id, to_jsonb(o), o.recorded_at from old_rows o', tg_table_schema) using entity;
  end if;
  return null;
end $$;

-- Batches are told of too (their rows have no batch but themselves).
create function outbox.tell_of_batch() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into outbox.pending (source, type, entity_id, batch_id, payload)
  select tg_table_schema, case when n.withdrawn_at is null then 'batch.recorded' else 'batch.withdrawn' end, n.id, n.id, row_to_json(n)
  from new_rows n;
  return null;
end $$;

-- Names keep their former version without an event: no other service may learn them.
create function outbox.keep_former_name() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into children.former_version (entity, entity_id, former, recorded_at)
  select 'person_name', o.child_id, to_jsonb(o), o.recorded_at from old_rows o;
  return null;
end $$;
create trigger a_keep_former_on_update after update on children.person_name
  referencing old table as old_rows for each statement execute function outbox.keep_former_name();
create trigger a_keep_former_on_delete after delete on children.person_name
  referencing old table as old_rows for each statement execute function outbox.keep_former_name();

do $$
declare
  fact text[];
  teller text;
begin
  foreach fact slice 1 in array array[
    ['children', 'child'], ['children', 'identifier'], ['children', 'family_tie'], ['children', 'detection'],
    ['children', 'migration_document'], ['children', 'asylum_claim'],
    ['placements', 'facility'], ['placements', 'stay'], ['placements', 'urgent_measure'], ['placements', 'inspection'],
    ['representation', 'protection_case'], ['representation', 'representation'], ['representation', 'counsel_request'],
    ['representation', 'determination'], ['representation', 'restitution_plan'],
    ['returns', 'return_plan'], ['returns', 'executed_return'], ['returns', 'return_checklist']]
  loop
    teller := case when fact[2] = 'child' then 'tell_of_child'
                   when fact[2] in ('facility', 'inspection') then 'tell_of_place' else 'tell' end;
    execute format('create trigger a_tell_insert after insert on %I.%I referencing new table as new_rows
                    for each statement execute function outbox.%I(%L)', fact[1], fact[2], teller, fact[2]);
    execute format('create trigger a_tell_update after update on %I.%I referencing old table as old_rows new table as new_rows
                    for each statement execute function outbox.%I(%L)', fact[1], fact[2], teller, fact[2]);
    execute format('create trigger a_tell_delete after delete on %I.%I referencing old table as old_rows
                    for each statement execute function outbox.%I(%L)', fact[1], fact[2], teller, fact[2]);
  end loop;
  foreach fact slice 1 in array array[['children'], ['placements'], ['representation'], ['returns'], ['oversight']]
  loop
    execute format('create trigger a_tell_insert after insert on %I.batch referencing new table as new_rows
                    for each statement execute function outbox.tell_of_batch()', fact[1]);
    execute format('create trigger a_tell_update after update on %I.batch referencing new table as new_rows
                    for each statement execute function outbox.tell_of_batch()', fact[1]);
  end loop;
end $$;

-- The sequencer: moves committed events into the log and numbers them without gaps. One at a time; a second caller gets
-- null at once. Gives how many it numbered.
create function outbox.number_pending(at_most int) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare
  top bigint;
  numbered int;
begin
  if not pg_try_advisory_xact_lock(hashtext('vigia.sequencer')) then
    return null;
  end if;
  select coalesce(max(seq), 0) into top from outbox.event;
  with taken as (
    delete from outbox.pending where ctid = any (array(select ctid from outbox.pending limit at_most)) returning *
  )
  insert into outbox.event (seq, source, type, entity_id, child_id, batch_id, payload, recorded_at)
  select top + row_number() over (order by id), source, type, entity_id, child_id, batch_id, payload, recorded_at
  from taken;
  get diagnostics numbered = row_count;
  return numbered;
end $$;
