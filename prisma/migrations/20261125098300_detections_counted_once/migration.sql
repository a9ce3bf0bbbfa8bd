-- Detections of one statement are grouped once, by the day of detection and that of the notice together, and not twice.
create or replace function children.count_detections() returns trigger language plpgsql set timezone to 'America/Mexico_City' as $$
begin
  if tg_op <> 'DELETE' then
    with grouped as materialized (
      select state, detected_at::date as detected, ppnna_notified_at::date as notified, nationality, age_group, accompaniment, count(*) as n
      from new_rows group by 1, 2, 3, 4, 5, 6
    )
    insert into children.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select 'DETECTIONS', state, detected, nationality, age_group, accompaniment, sum(n) from grouped group by 2, 3, 4, 5, 6
    union all
    select 'PPNNA_NOTIFIED', state, notified, nationality, age_group, accompaniment, sum(n) from grouped
    where notified is not null group by 2, 3, 4, 5, 6;
  end if;
  if tg_op <> 'INSERT' then
    with grouped as materialized (
      select state, detected_at::date as detected, ppnna_notified_at::date as notified, nationality, age_group, accompaniment, count(*) as n
      from old_rows group by 1, 2, 3, 4, 5, 6
    )
    insert into children.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select 'DETECTIONS', state, detected, nationality, age_group, accompaniment, -sum(n) from grouped group by 2, 3, 4, 5, 6
    union all
    select 'PPNNA_NOTIFIED', state, notified, nationality, age_group, accompaniment, -sum(n) from grouped
    where notified is not null group by 2, 3, 4, 5, 6;
  end if;
  return null;
end $$;

-- Whether rows refer to children that are there: where their ids lie close together, as those of new children do, all ids of
-- that stretch are read in one go; else each is looked up.
create or replace function outbox.refer_to_known() returns trigger language plpgsql as $$
declare
  parent constant text := tg_argv[0];
  first uuid;
  last uuid;
  facts bigint;
  between_them bigint;
  missing uuid;
begin
  select count(*) into facts from new_rows;
  if facts >= outbox.many() then
    first := (select child_id from new_rows order by child_id limit 1);
    last := (select child_id from new_rows order by child_id desc limit 1);
    execute format('select count(*) from (select from %s where id between $1 and $2 limit $3) stretch', parent)
      into between_them using first, last, 2 * facts + 1;
  end if;
  if between_them <= 2 * facts then
    execute format('select child_id from new_rows where child_id not in (select id from %s where id between $1 and $2) limit 1', parent)
      into missing using first, last;
  else
    execute format('select n.child_id from new_rows n where (select p.id from %s p where p.id = n.child_id limit 1) is null limit 1', parent)
      into missing;
  end if;
  if missing is not null then
    raise exception 'A row of %.% refers to no row of %', tg_table_schema, tg_table_name, parent using errcode = '23503';
  end if;
  return null;
end $$;
