-- A statement that records a hundred facts or more tells of all of them in one row: which table, which batch, from which id to which.
-- The sequencer writes them out one by one when it numbers them. The writer of a large file pays a quarter less, and what it
-- says is the same: an event of its own for every fact, in the order in which they were written. A fact that was corrected or
-- withdrawn meanwhile is told of by that later event alone, which carries all of it.
-- Only where ids come in the order of writing (PostgreSQL 18); elsewhere every event is written at once, as before.
alter table outbox.pending add column from_id uuid, add column to_id uuid;

-- From how many facts of one statement on.
create function outbox.many() returns int language sql immutable parallel safe as $$ select 100 $$;

-- Tells of the facts of one statement; false where they are too few, or of several batches, and are to be told one by one.
create function outbox.tell_of_many(service text, entity text, facts bigint, is_one_batch boolean, batch uuid, first uuid, last uuid)
  returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  if facts < outbox.many() or not is_one_batch or to_regprocedure('uuidv7()') is null then
    return false;
  end if;
  insert into outbox.pending (source, type, batch_id, from_id, to_id) values (service, entity || '.recorded', batch, first, last);
  return true;
end $$;

create or replace function outbox.tell() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  entity constant text := tg_argv[0];
begin
  if tg_op = 'INSERT' then
    if outbox.tell_of_many(tg_table_schema, entity, (select count(*) from new_rows),
         not exists (select from new_rows where batch_id <> (select batch_id from new_rows limit 1)),
         (select batch_id from new_rows limit 1),
         (select id from new_rows order by id limit 1), (select id from new_rows order by id desc limit 1)) then
      return null;
    end if;
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

create or replace function outbox.tell_of_child() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  entity constant text := tg_argv[0];
begin
  if tg_op = 'INSERT' then
    if outbox.tell_of_many(tg_table_schema, entity, (select count(*) from new_rows),
         not exists (select from new_rows where batch_id <> (select batch_id from new_rows limit 1)),
         (select batch_id from new_rows limit 1),
         (select id from new_rows order by id limit 1), (select id from new_rows order by id desc limit 1)) then
      return null;
    end if;
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

-- Numbers what waits, in the order in which it was written, stretch by stretch: either single events up to the next one that
-- stands for many, or one that does. Gives how many events it numbered; null when another process is at it.
create or replace function outbox.number_pending(at_most int) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare
  top bigint;
  numbered int := 0;
  stretch int;
  head outbox.pending;
begin
  if not pg_try_advisory_xact_lock(hashtext('vigia.sequencer')) then
    return null;
  end if;
  select coalesce(max(seq), 0) into top from outbox.event;
  loop
    select * into head from outbox.pending order by id limit 1;
    exit when not found or numbered >= at_most;
    if head.from_id is null then
      with waiting as (
        select ctid, id from outbox.pending
        where id < coalesce((select min(id) from outbox.pending where from_id is not null), 9223372036854775807)
        order by id limit at_most - numbered
      ), taken as (
        delete from outbox.pending where ctid = any (array(select ctid from waiting)) returning *
      )
      insert into outbox.event (seq, source, type, entity_id, child_id, batch_id, payload, recorded_at)
      select top + row_number() over (order by id), source, type, entity_id, child_id, batch_id, payload, recorded_at
      from taken;
      get diagnostics stretch = row_count;
    else
      execute format(
        'insert into outbox.event (seq, source, type, entity_id, child_id, batch_id, payload, recorded_at)
         select $1 + row_number() over (order by f.id), $2, $3, f.id, f.%I, f.batch_id, to_jsonb(f), $7
         from %I.%I f where f.id between $4 and $5 and f.batch_id = $6',
        case when head.type = 'child.recorded' then 'id' else 'child_id' end, head.source, split_part(head.type, '.', 1))
      using top, head.source, head.type, head.from_id, head.to_id, head.batch_id, head.recorded_at;
      get diagnostics stretch = row_count;
      delete from outbox.pending where id = head.id;
    end if;
    top := top + stretch;
    numbered := numbered + stretch;
  end loop;
  return numbered;
end $$;
