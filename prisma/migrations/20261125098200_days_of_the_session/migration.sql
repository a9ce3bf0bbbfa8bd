-- Days of large files are counted in the time zone of the session, set for the function: named in every call, it is looked up by
-- its name for every row.
create or replace function children.count_children() returns trigger language plpgsql set timezone to 'America/Mexico_City' as $$
begin
  if tg_op <> 'DELETE' then
    insert into children.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select 'CHILDREN_DETECTED', state, first_detected_at::date, nationality, age_group, accompaniment, count(*)
    from new_rows group by 2, 3, 4, 5, 6;
  end if;
  if tg_op <> 'INSERT' then
    insert into children.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select 'CHILDREN_DETECTED', state, first_detected_at::date, nationality, age_group, accompaniment, -count(*)
    from old_rows group by 2, 3, 4, 5, 6;
  end if;
  return null;
end $$;

create or replace function children.count_detections() returns trigger language plpgsql set timezone to 'America/Mexico_City' as $$
begin
  if tg_op <> 'DELETE' then
    insert into children.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, c.at::date, r.nationality, r.age_group, r.accompaniment, count(*)
    from new_rows r, lateral (values ('DETECTIONS', r.detected_at), ('PPNNA_NOTIFIED', r.ppnna_notified_at)) c (indicator, at)
    where c.at is not null group by 1, 2, 3, 4, 5, 6;
  end if;
  if tg_op <> 'INSERT' then
    insert into children.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, c.at::date, r.nationality, r.age_group, r.accompaniment, -count(*)
    from old_rows r, lateral (values ('DETECTIONS', r.detected_at), ('PPNNA_NOTIFIED', r.ppnna_notified_at)) c (indicator, at)
    where c.at is not null group by 1, 2, 3, 4, 5, 6;
  end if;
  return null;
end $$;
