-- Returns are counted by where the child was sent too, and 72 hours are exact.
alter table returns.return_standing add column destination char(3) not null;
alter table returns.return_standing rename column hours_since_detection to hours_begun_since_detection;

-- Hours begun and not hours passed: 72 begun are 72 or less, where 72 passed may be almost 73.
create or replace function returns.refresh(ids uuid[]) returns void language plpgsql as $$
begin
  perform outbox.lock_ledger('returns');
  delete from returns.return_standing l using unnest(ids) as c (child_id)
  where l.child_id = c.child_id and not exists (select from returns.executed_return e where e.id = l.return_id);
  insert into returns.return_standing as l
    (return_id, child_id, state, departed_at, return_type, standing, hours_begun_since_detection, nationality, age_group,
     accompaniment, destination)
  select e.id, e.child_id, e.state, e.departed_at, e.return_type, returns.standing_of(e.child_id, e.departed_at),
         ceil(extract(epoch from e.departed_at - found.detected_at) / 3600)::int,
         coalesce(r.nationality, 'ZZZ'), coalesce(r.age_group, 'UNKNOWN'), coalesce(r.accompaniment, 'UNDETERMINED'),
         e.destination
  from unnest(ids) as c (child_id)
  join returns.executed_return e on e.child_id = c.child_id
  left join returns.child_ref r on r.child_id = c.child_id
  left join lateral (select max(detected_at) as detected_at from returns.detection_ref d
                     where d.child_id = c.child_id and d.detected_at <= e.departed_at) found on true
  on conflict (return_id) do update set
    child_id = excluded.child_id, state = excluded.state, departed_at = excluded.departed_at, return_type = excluded.return_type,
    standing = excluded.standing, hours_begun_since_detection = excluded.hours_begun_since_detection,
    nationality = excluded.nationality, age_group = excluded.age_group, accompaniment = excluded.accompaniment,
    destination = excluded.destination
  where l is distinct from excluded;
end $$;

drop function returns.counts_of(text, text, int, timestamptz);
create function returns.counts_of(return_type text, standing text, hours_begun int, departed_at timestamptz, destination text)
  returns table (indicator text, day date, n int) language sql immutable as $$
  select m.indicator, outbox.mx_date(departed_at), 1 from (values
    ('RETURNS', true),
    ('RETURNS_WITHOUT_VALID_DETERMINATION', standing <> 'VALID'),
    ('STANDING_' || standing, true),
    ('DESTINATION_' || destination, true),
    ('RETURNS_WITHIN_72_HOURS', hours_begun <= 72),
    ('DEPORTATIONS', return_type = 'DEPORTATION')) m (indicator, counts)
  where m.counts and return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION')
$$;

create or replace function returns.count_returns() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into returns.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, c.day, r.nationality, r.age_group, r.accompaniment, sum(c.n)
    from new_rows r, lateral returns.counts_of(r.return_type, r.standing, r.hours_begun_since_detection, r.departed_at, r.destination) c
    group by 1, 2, 3, 4, 5, 6;
  end if;
  if tg_op <> 'INSERT' then
    insert into returns.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, c.day, r.nationality, r.age_group, r.accompaniment, -sum(c.n)
    from old_rows r, lateral returns.counts_of(r.return_type, r.standing, r.hours_begun_since_detection, r.departed_at, r.destination) c
    group by 1, 2, 3, 4, 5, 6;
  end if;
  return null;
end $$;

-- Destinations are a detail of returns that no other service draws as a series.
create or replace function outbox.tell_counter() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into outbox.pending (source, type, payload)
  select tg_table_schema, 'indicator.changed',
         json_build_object('indicator', indicator, 'state', state, 'day', day, 'n', n)
  from new_rows where indicator not like 'DESTINATION\_%';
  return null;
end $$;
