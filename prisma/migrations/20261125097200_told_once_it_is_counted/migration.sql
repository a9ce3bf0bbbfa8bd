-- Between a file and the tick that counts it nothing is known of what it tells: it counts as told only from then on, in its
-- own service and in those that hear of it. Before, a figure read 0 in between.
create table outbox.uncounted_batch (
  batch_id uuid not null,
  service text not null,
  constraint uncounted_batch_pkey primary key (batch_id)
);
grant select on outbox.uncounted_batch to vigia_children, vigia_placements, vigia_representation, vigia_returns, vigia_oversight;

create or replace function outbox.tell_of_batch() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into outbox.pending (source, type, entity_id, batch_id, payload)
  select tg_table_schema, case when n.withdrawn_at is null then 'batch.recorded' else 'batch.withdrawn' end, n.id, n.id, row_to_json(n)
  from new_rows n;
  if tg_op = 'INSERT' then
    insert into outbox.uncounted_batch (batch_id, service) select n.id, tg_table_schema from new_rows n;
  end if;
  return null;
end $$;

-- Gives how many there were. Their deltas have been folded in this transaction.
create function outbox.count_batches(batches uuid[]) returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
  counted bigint;
begin
  with gone as (delete from outbox.uncounted_batch where batch_id = any (batches) returning batch_id, service)
  insert into outbox.pending (source, type, entity_id, batch_id) select service, 'batch.counted', batch_id, batch_id from gone;
  get diagnostics counted = row_count;
  return counted;
end $$;

-- As before; and the batches that were there before the first delta was taken are counted with the last. Gives how many
-- deltas and batches it counted: a file that tells of nothing changes a figure too, from unknown to none.
create or replace function outbox.fold(service text) returns bigint language plpgsql as $$
declare
  batches constant uuid[] := array(select u.batch_id from outbox.uncounted_batch u where u.service = fold.service);
  by_month_cube constant text := case when service = 'oversight' then '' else format($sql$, by_month_cube as (
      insert into %1$I.month_cube as c (indicator, state, month, nationality, age_group, accompaniment, n)
      select indicator, state, date_trunc('month', day)::date, nationality, age_group, accompaniment, sum(n)
      from taken group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
      on conflict (indicator, month, state, nationality, age_group, accompaniment) do update set n = c.n + excluded.n
    )$sql$, service) end;
  folded bigint;
begin
  execute format($sql$
    with taken as (
      delete from %1$I.delta returning indicator, state, day, nationality, age_group, accompaniment, n
    ), by_day as (
      insert into %1$I.day_counter as c (indicator, state, day, n)
      select indicator, state, day, sum(n) from taken group by 1, 2, 3 having sum(n) <> 0
      on conflict (indicator, state, day) do update set n = c.n + excluded.n
    ), by_month as (
      insert into %1$I.month_counter as c (indicator, state, month, n)
      select indicator, state, date_trunc('month', day)::date, sum(n) from taken group by 1, 2, 3 having sum(n) <> 0
      on conflict (indicator, state, month) do update set n = c.n + excluded.n
    ), by_cube as (
      insert into %1$I.cube as c (indicator, state, day, nationality, age_group, accompaniment, n)
      select indicator, state, day, nationality, age_group, accompaniment, sum(n)
      from taken group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
      on conflict (indicator, state, day, nationality, age_group, accompaniment) do update set n = c.n + excluded.n
    )%2$s
    select count(*) from taken $sql$, service, by_month_cube) into folded;
  return folded + outbox.count_batches(batches);
end $$;

alter table oversight.feed_batch add column awaits_count boolean not null default false;

-- What was taken in before is counted; the log says so too, for whoever reads it again from the start.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('insert into outbox.pending (source, type, entity_id, batch_id) select %L, ''batch.counted'', id, id from %I.batch', service, service);
  end loop;
end $$;
