-- The cube by month, so that a filtered question over years reads months, not days; and one way to ask all of them.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns'] loop
    execute format($sql$
      create table %1$I.month_cube (
        indicator text not null, state char(2) not null, month date not null, nationality char(3) not null,
        age_group text not null, accompaniment text not null, n integer not null,
        constraint month_cube_pkey primary key (indicator, month, state, nationality, age_group, accompaniment),
        constraint month_cube_state_is_known check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'))$sql$, service);
    -- Without it the few days at the ends of a period cost a reading of every day there is.
    execute format('create index day_counter_day_idx on %I.day_counter (day)', service);
  end loop;
end $$;

-- As before, and the cube by month where a service has one (oversight sums its own).
create or replace function outbox.fold(service text) returns bigint language plpgsql as $$
declare
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
  return folded;
end $$;

-- The rows that make up a period, as SQL with $1 = since and $2 = until: whole months from the months, the rest from the days.
-- Without `since` from the beginning, without `until` to the end.
create function outbox.period_parts(service text, days text, months text, since date, until date) returns text language sql immutable as $$
  select case when whole.first_month >= whole.after_last_month
    then format('select * from %I.%I where day between %L and %L', service, days, since, until)
    else concat_ws(' union all ',
      format('select * from %I.%I where month >= %L and month < %L', service, months, whole.first_month, whole.after_last_month),
      case when since < whole.first_month then
        format('select * from %I.%I where day >= %L and day < %L', service, days, since, whole.first_month) end,
      case when until >= whole.after_last_month then
        format('select * from %I.%I where day >= %L and day <= %L', service, days, whole.after_last_month, until) end) end
  from (select coalesce(date_trunc('month', since + interval '1 month' - interval '1 day')::date, '-infinity') as first_month,
               coalesce(date_trunc('month', until + 1)::date, 'infinity') as after_last_month) whole
$$;

create or replace function outbox.period_sums(service text, since date, until date)
  returns table (indicator text, state text, n bigint) language plpgsql stable as $$
begin
  return query execute 'select indicator::text, state::text, sum(n)::bigint from ('
    || outbox.period_parts(service, 'day_counter', 'month_counter', since, until) || ') parts group by 1, 2';
end $$;

-- Indicators over a period by state: in all (no dimension given back), and by each dimension asked for. An empty or absent
-- filter lets everything through. Without filter and dimension the small counters answer, else the cube.
create function outbox.period_counts(service text, indicators text[], since date, until date, dimensions text[],
    nationalities text[], age_groups text[], accompaniments text[])
  returns table (indicator text, state text, nationality text, age_group text, accompaniment text, n bigint)
  language plpgsql stable as $$
declare
  plain constant boolean := cardinality(dimensions) = 0
    and coalesce(cardinality(nationalities), 0) + coalesce(cardinality(age_groups), 0) + coalesce(cardinality(accompaniments), 0) = 0;
  parts constant text := case when plain then outbox.period_parts(service, 'day_counter', 'month_counter', since, until)
    else outbox.period_parts(service, 'cube', 'month_cube', since, until) end;
  dimension text;
  sets text := '(indicator, state)';
begin
  if plain then
    return query execute 'select indicator::text, state::text, null::text, null::text, null::text, sum(n)::bigint from ('
      || parts || ') parts where indicator = any ($1) group by indicator, state' using indicators;
    return;
  end if;
  foreach dimension in array dimensions loop
    sets := sets || format(', (indicator, state, %I)', dimension);
  end loop;
  return query execute format($sql$
    select indicator::text, state::text, %s, %s, %s, sum(n)::bigint from (%s) parts
    where indicator = any ($1) and state = any ($2)
      and (coalesce(cardinality($3), 0) = 0 or nationality = any ($3))
      and (coalesce(cardinality($4), 0) = 0 or age_group = any ($4))
      and (coalesce(cardinality($5), 0) = 0 or accompaniment = any ($5))
    group by grouping sets (%s)$sql$,
    case when 'nationality' = any (dimensions) then 'nationality::text' else 'null::text' end,
    case when 'age_group' = any (dimensions) then 'age_group::text' else 'null::text' end,
    case when 'accompaniment' = any (dimensions) then 'accompaniment::text' else 'null::text' end, parts, sets)
    using indicators, array(select lpad(g::text, 2, '0') from generate_series(1, 32) g), nationalities, age_groups, accompaniments;
end $$;
