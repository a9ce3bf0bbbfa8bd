-- How far each child has come. Facts of the other services -> one row a child with its stages and its fate -> deltas.

alter table oversight.path_fact
  -- When the fact says that a Procuraduría was told (detections and its own files).
  add column notified_at timestamptz(3),
  -- Where a child stays, and of what kind that place is: HELD or CARE.
  add column facility_id uuid,
  add column kind text,
  -- How an event is counted: where, and of whom. Detections carry their own; stays and returns take them from the child.
  add column state char(2),
  add column nationality char(3),
  add column age_group text,
  add column accompaniment text,
  add constraint path_fact_entity_is_known check (entity in ('detection', 'stay', 'protection_case', 'representation',
    'determination', 'restitution_plan', 'executed_return')),
  add constraint path_fact_state_is_known check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$');

create index path_fact_facility_id_idx on oversight.path_fact (facility_id);

-- Picture of the placements service: of what kind each place is, and where. HELD: the law forbids the place or knows none
-- such. CARE: lodging. Families are neither. The lists are those of services/_law/src/facilities.ts.
create table oversight.facility_ref (
  facility_id uuid not null,
  kind text,
  state char(2) not null constraint facility_ref_state_is_known check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'),
  constraint facility_ref_pkey primary key (facility_id)
);
create function oversight.kind_of(facility_type text) returns text language sql immutable parallel safe as $$
  select case
    when facility_type in ('EM', 'EPA', 'EPB', 'LH', 'CCAN', 'OR', 'PTO') then 'HELD'
    when facility_type in ('FAM_O', 'FAM_E', 'FAM_A', 'VIA') then null
    else 'CARE' end
$$;

alter table oversight.child_path
  add constraint child_path_fate_is_known check (fate in ('WAITING', 'RETURNED', 'LEFT', 'UNKNOWN')),
  add constraint child_path_counts_events check (detections >= 0);

-- Acts by which a child left Mexico; transfers, repatriations from the United States and reunifications are none.
create function oversight.is_return(return_type text) returns boolean language sql immutable parallel safe as $$
  select return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION')
$$;

-- Ends of a stay or of a file which say that the child is out of sight, not that anybody decided so.
create function oversight.is_gone(entity text, code text) returns boolean language sql immutable parallel safe as $$
  select case entity
    when 'stay' then code in ('VOLUNTARY_ABANDONMENT', 'CONTINUED_ROUTE', 'NOT_LOCATED')
    when 'protection_case' then code in ('UNAUTHORISED_EXIT', 'CONTINUED_ROUTE', 'ABANDONMENT', 'NOT_LOCATED')
    else false end
$$;

-- Stays and returns are counted by whom they concern and, stays, by where they are: after the child or the place has
-- changed, or has become known. A fact that arrives after both carries it from the first.
create function oversight.describe_facts(ids uuid[]) returns void language plpgsql as $$
begin
  update oversight.path_fact f
  set nationality = w.nationality, age_group = w.age_group, accompaniment = w.accompaniment, kind = w.kind, state = w.state
  from (
    select s.entity_id, r.nationality, r.age_group, r.accompaniment, p.kind,
           case s.entity when 'stay' then p.state else s.state end as state
    from unnest(ids) as c (child_id)
    join oversight.path_fact s on s.child_id = c.child_id and s.entity in ('stay', 'executed_return')
    left join oversight.child_ref r on r.child_id = c.child_id
    left join oversight.facility_ref p on p.facility_id = s.facility_id) w
  where f.entity_id = w.entity_id and (f.nationality, f.age_group, f.accompaniment, f.kind, f.state)
    is distinct from (w.nationality, w.age_group, w.accompaniment, w.kind, w.state);
end $$;

-- Fate: RETURNED over LEFT over WAITING over UNKNOWN. The rule in TypeScript is oversight/src/rules/fate-of-child.ts; a
-- property test holds the two equal. LEFT: gone out of sight, and nothing known of the child has begun since.
create function oversight.refresh(ids uuid[]) returns void language plpgsql as $$
begin
  perform outbox.lock_ledger('oversight');

  delete from oversight.child_path p using unnest(ids) as c (child_id)
  where p.child_id = c.child_id and not exists (select from oversight.child_ref r where r.child_id = c.child_id);

  insert into oversight.child_path as p
    (child_id, state, first_detected_at, nationality, age_group, accompaniment, detections,
     is_notified, is_case_opened, is_determined, is_plan_issued, is_represented, fate)
  select r.child_id, r.state, r.first_detected_at, r.nationality, r.age_group, r.accompaniment, f.detections,
         f.is_notified, f.is_case_opened, f.is_determined, f.is_plan_issued, f.is_represented,
         case
           when f.last_return_at >= r.first_detected_at then 'RETURNED'
           when f.gone_at >= coalesce(f.last_begun_at, '-infinity') then 'LEFT'
           when f.is_waiting then 'WAITING'
           else 'UNKNOWN' end
  from unnest(ids) as c (child_id)
  join oversight.child_ref r on r.child_id = c.child_id
  cross join lateral (
    select count(*) filter (where entity = 'detection')::int as detections,
           coalesce(bool_or(notified_at is not null), false) as is_notified,
           coalesce(bool_or(entity = 'protection_case'), false) as is_case_opened,
           coalesce(bool_or(entity = 'determination'), false) as is_determined,
           coalesce(bool_or(entity = 'restitution_plan'), false) as is_plan_issued,
           coalesce(bool_or(entity = 'representation' and code <> 'NONE'), false) as is_represented,
           max(at) filter (where entity = 'executed_return' and oversight.is_return(code)) as last_return_at,
           max(until) filter (where oversight.is_gone(entity, code)) as gone_at,
           max(at) filter (where entity in ('detection', 'stay', 'protection_case')) as last_begun_at,
           coalesce(bool_or(entity in ('stay', 'protection_case') and until is null), false) as is_waiting
    from oversight.path_fact where child_id = c.child_id) f
  on conflict (child_id) do update set
    state = excluded.state, first_detected_at = excluded.first_detected_at, nationality = excluded.nationality,
    age_group = excluded.age_group, accompaniment = excluded.accompaniment, detections = excluded.detections,
    is_notified = excluded.is_notified, is_case_opened = excluded.is_case_opened, is_determined = excluded.is_determined,
    is_plan_issued = excluded.is_plan_issued, is_represented = excluded.is_represented, fate = excluded.fate
  where p is distinct from excluded;
end $$;

-- A child is counted on the day it was first found, under a code that says which stages it reached (notified, case opened,
-- determined, plan issued, represented: one digit each) and what became of it. PATH_EVENTS: its detections so far.
create function oversight.counts_of(path oversight.child_path) returns table (indicator text, n int)
  language sql immutable as $$
  values
    ('PATH_' || path.is_notified::int || path.is_case_opened::int || path.is_determined::int || path.is_plan_issued::int
      || path.is_represented::int || '_' || path.fate, 1),
    ('PATH_EVENTS', path.detections)
$$;

create function oversight.count_paths() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into oversight.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, outbox.mx_date(r.first_detected_at), r.nationality, r.age_group, r.accompaniment, sum(c.n)
    from new_rows r, lateral oversight.counts_of(r) c group by 1, 2, 3, 4, 5, 6 having sum(c.n) <> 0;
  end if;
  if tg_op <> 'INSERT' then
    insert into oversight.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, outbox.mx_date(r.first_detected_at), r.nationality, r.age_group, r.accompaniment, -sum(c.n)
    from old_rows r, lateral oversight.counts_of(r) c group by 1, 2, 3, 4, 5, 6 having sum(c.n) <> 0;
  end if;
  return null;
end $$;

-- Events by whom they concern (detections, entries of places, returns), so that a published figure of a group stands beside the registry's own count of it.
create function oversight.count_facts() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into oversight.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select oversight.event_indicator(entity, code, kind), state, outbox.mx_date(at), coalesce(nationality, 'ZZZ'),
           coalesce(age_group, 'UNKNOWN'), coalesce(accompaniment, 'UNDETERMINED'), count(*)
    from new_rows where state is not null and oversight.event_indicator(entity, code, kind) is not null group by 1, 2, 3, 4, 5, 6;
  end if;
  if tg_op <> 'INSERT' then
    insert into oversight.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select oversight.event_indicator(entity, code, kind), state, outbox.mx_date(at), coalesce(nationality, 'ZZZ'),
           coalesce(age_group, 'UNKNOWN'), coalesce(accompaniment, 'UNDETERMINED'), -count(*)
    from old_rows where state is not null and oversight.event_indicator(entity, code, kind) is not null group by 1, 2, 3, 4, 5, 6;
  end if;
  return null;
end $$;

create function oversight.event_indicator(entity text, code text, kind text) returns text language sql immutable parallel safe as $$
  select case
    when entity = 'detection' then 'EVENT_DETECTION'
    when entity = 'stay' and kind = 'HELD' then 'EVENT_HELD'
    when entity = 'stay' and kind = 'CARE' then 'EVENT_CARE'
    when entity = 'executed_return' and oversight.is_return(code) then 'EVENT_' || code end
$$;

-- The sums by month that oversight adds to what every service has: of the indicators of all services, and of its own cube.
create table oversight.indicator_month (
  indicator text not null,
  state char(2) not null check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'),
  month date not null,
  n integer not null,
  primary key (indicator, state, month)
);
create table oversight.month_cube (
  indicator text not null,
  state char(2) not null check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'),
  month date not null,
  nationality char(3) not null,
  age_group text not null,
  accompaniment text not null,
  n integer not null,
  primary key (indicator, state, month, nationality, age_group, accompaniment)
);

create function oversight.sum_months() returns trigger language plpgsql as $$
begin
  create temp table if not exists changed_days (indicator text, state char(2), day date, n int) on commit drop;
  truncate changed_days;
  if tg_op <> 'DELETE' then insert into changed_days select indicator, state, day, n from new_rows; end if;
  if tg_op <> 'INSERT' then insert into changed_days select indicator, state, day, -n from old_rows; end if;
  insert into oversight.indicator_month as m (indicator, state, month, n)
  select indicator, state, date_trunc('month', day)::date, sum(n) from changed_days group by 1, 2, 3 having sum(n) <> 0
  on conflict (indicator, state, month) do update set n = m.n + excluded.n;
  return null;
end $$;

create function oversight.sum_cube_months() returns trigger language plpgsql as $$
begin
  create temp table if not exists changed_cells
    (indicator text, state char(2), day date, nationality char(3), age_group text, accompaniment text, n int) on commit drop;
  truncate changed_cells;
  if tg_op <> 'DELETE' then
    insert into changed_cells select indicator, state, day, nationality, age_group, accompaniment, n from new_rows;
  end if;
  if tg_op <> 'INSERT' then
    insert into changed_cells select indicator, state, day, nationality, age_group, accompaniment, -n from old_rows;
  end if;
  insert into oversight.month_cube as m (indicator, state, month, nationality, age_group, accompaniment, n)
  select indicator, state, date_trunc('month', day)::date, nationality, age_group, accompaniment, sum(n)
  from changed_cells group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
  on conflict (indicator, state, month, nationality, age_group, accompaniment) do update set n = m.n + excluded.n;
  return null;
end $$;

do $$
declare
  t text[];
begin
  foreach t slice 1 in array array[['child_path', 'count_paths'], ['path_fact', 'count_facts'],
    ['indicator_day', 'sum_months'], ['cube', 'sum_cube_months']]
  loop
    execute format('create trigger c_count_insert after insert on oversight.%I referencing new table as new_rows
                    for each statement execute function oversight.%I()', t[1], t[2]);
    execute format('create trigger c_count_update after update on oversight.%I referencing old table as old_rows
                    new table as new_rows for each statement execute function oversight.%I()', t[1], t[2]);
    execute format('create trigger c_count_delete after delete on oversight.%I referencing old table as old_rows
                    for each statement execute function oversight.%I()', t[1], t[2]);
  end loop;
end $$;

-- A period of oversight's own counters for the children that a filter lets through; an empty filter lets all through.
-- Whole months come from the sums by month, the days at both ends from the days.
create function oversight.filtered_sums(since date, until date, nationalities text[], age_groups text[], accompaniments text[])
  returns table (indicator text, state text, n bigint) language sql stable as $$
  with bounds as (
    select date_trunc('month', since + interval '1 month' - interval '1 day')::date as first_month,
           date_trunc('month', until + 1)::date as after_last
  ), parts as (
    select c.indicator, c.state, c.nationality, c.age_group, c.accompaniment, c.n
    from bounds, oversight.month_cube c where c.month >= first_month and c.month < after_last
    union all
    select c.indicator, c.state, c.nationality, c.age_group, c.accompaniment, c.n
    from bounds, oversight.cube c
    where c.day between since and until and (first_month >= after_last or c.day < first_month or c.day >= after_last)
  )
  select p.indicator, p.state::text, sum(p.n)
  from parts p
  where (nationalities is null or p.nationality = any (nationalities))
    and (age_groups is null or p.age_group = any (age_groups))
    and (accompaniments is null or p.accompaniment = any (accompaniments))
  group by 1, 2
$$;

-- Derives every ledger row and delta again from the pictures; for `npm run rebuild`, which has emptied the counters.
create function oversight.derive_all() returns void language plpgsql as $$
begin
  truncate oversight.child_path;
  perform oversight.refresh(array(select child_id from oversight.child_ref));
  delete from oversight.delta;
  insert into oversight.delta (indicator, state, day, nationality, age_group, accompaniment, n)
  select c.indicator, p.state, outbox.mx_date(p.first_detected_at), p.nationality, p.age_group, p.accompaniment, sum(c.n)
  from oversight.child_path p, lateral oversight.counts_of(p) c group by 1, 2, 3, 4, 5, 6
  union all
  select oversight.event_indicator(entity, code, kind), state, outbox.mx_date(at), coalesce(nationality, 'ZZZ'),
         coalesce(age_group, 'UNKNOWN'), coalesce(accompaniment, 'UNDETERMINED'), count(*)
  from oversight.path_fact where state is not null and oversight.event_indicator(entity, code, kind) is not null
  group by 1, 2, 3, 4, 5, 6;
end $$;

-- Sums of the other services' indicators over a period, both days included.
create function oversight.indicator_sums(wanted text[], since date, until date)
  returns table (indicator text, state text, n bigint) language sql stable as $$
  with bounds as (
    select date_trunc('month', since + interval '1 month' - interval '1 day')::date as first_month,
           date_trunc('month', until + 1)::date as after_last
  ), parts as (
    select m.indicator, m.state, m.n
    from bounds, oversight.indicator_month m
    where m.indicator = any (wanted) and m.month >= first_month and m.month < after_last
    union all
    select d.indicator, d.state, d.n
    from bounds, oversight.indicator_day d
    where d.indicator = any (wanted) and d.day between since and until
      and (first_month >= after_last or d.day < first_month or d.day >= after_last)
  )
  select p.indicator, p.state::text, sum(p.n) from parts p group by 1, 2
$$;

-- Without them the few days at the ends of a period cost a reading of every day there is.
create index day_counter_day_idx on oversight.day_counter (day);
create index cube_day_idx on oversight.cube (day);
