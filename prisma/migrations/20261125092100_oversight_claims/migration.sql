-- What others say: INM's daily tables and published figures. Claims of a source, never the registry's own counts, and kept
-- apart from them.

-- A row of a table as it came. Counts are kept under the measure they are of; the office, the nationality and the place
-- stand as they were written beside what they were read as.
create table oversight.authority_row (
  id bigserial primary key,
  batch_id uuid not null,
  line integer not null,
  table_code text not null,
  -- DAY: of one day. MONTH: of a month and state. MONTH_BY_PLACE: of a month, state and place.
  span text not null constraint authority_row_span_is_known check (span in ('DAY', 'MONTH', 'MONTH_BY_PLACE')),
  -- The first of the month where a row is of a month.
  day date not null,
  state char(2) not null constraint authority_row_state_is_known check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'),
  office text not null,
  nationality char(3) constraint authority_row_nationality_is_known check (outbox.is_country(nationality)),
  nationality_text text,
  place text,
  place_key text,
  is_place_recorded boolean,
  measures jsonb not null,
  detail jsonb,
  recorded_at timestamptz(3) not null default now()
);
create index authority_row_batch_id_idx on oversight.authority_row (batch_id);
create index authority_row_table_code_state_day_idx on oversight.authority_row (table_code, state, day);

-- Until when the sender says that a table goes; for tables whose rows are months.
create table oversight.authority_coverage (
  batch_id uuid not null,
  table_code text not null,
  until date not null,
  constraint authority_coverage_pkey primary key (batch_id, table_code)
);

-- What was wrong with a file and what was done about it.
create table oversight.batch_finding (
  batch_id uuid not null,
  rule text not null,
  row_count integer not null,
  -- The first lines, at most 50.
  lines integer[] not null,
  action text not null,
  constraint batch_finding_pkey primary key (batch_id, rule)
);

-- Settled: what stands after later deliveries replaced earlier ones and day rows replaced sums of months. `place` is blank
-- for the whole state. `rest` is the part of a month that is known as a sum alone, not by day.
create table oversight.authority_day (
  table_code text not null,
  measure text not null,
  place text not null,
  state char(2) not null,
  day date not null,
  n integer not null,
  constraint authority_day_pkey primary key (table_code, measure, place, state, day)
);
create table oversight.authority_month (
  table_code text not null,
  measure text not null,
  place text not null,
  state char(2) not null,
  month date not null,
  n integer not null,
  rest integer not null,
  constraint authority_month_pkey primary key (table_code, measure, place, state, month)
);
create table oversight.authority_place (
  place_key text not null,
  name text not null,
  is_recorded boolean not null,
  constraint authority_place_pkey primary key (place_key)
);
create table oversight.authority_table (
  table_code text not null,
  covered_until date not null,
  constraint authority_table_pkey primary key (table_code)
);

create table oversight.official_figure (
  id text not null,
  topic text not null,
  value decimal(65, 30) not null,
  unit text not null,
  meaning_es text not null,
  meaning_en text not null,
  territory char(2) not null constraint official_figure_territory_is_known check (territory ~ '^(0[0-9]|[12][0-9]|3[0-2])$'),
  from_on date not null,
  to_on date not null,
  source text not null,
  source_page text,
  series text not null,
  cutoff_on date,
  is_official boolean not null,
  is_approximate boolean not null,
  contradicts text[] not null default array[]::text[],
  -- How the registry counts the same thing: counters, added up, for the children that the filters let through.
  indicators text[] not null default array[]::text[],
  nationalities text[] not null default array[]::text[],
  age_groups text[] not null default array[]::text[],
  accompaniments text[] not null default array[]::text[],
  batch_id uuid not null,
  line integer,
  recorded_at timestamptz(3) not null default now(),
  constraint official_figure_pkey primary key (id),
  constraint figure_ends_after_it_starts check (to_on >= from_on)
);
create index official_figure_topic_to_on_id_idx on oversight.official_figure (topic, to_on, id);

-- Settles all claims again. A day of a state is told of by the latest delivery whose days, from its first to its last,
-- hold that day and whose offices name that state; so a file sent twice with more days counts nothing twice. Day rows
-- replace the monthly sums of their days: what is left of a month is its sum less the days told of, and nothing once
-- all its days are. Latest is by cut-off, then definitive over preliminary, then by arrival.
create function oversight.settle_claims() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('vigia.claims'));
  create temp table delivery on commit drop as
    select id as batch_id, cutoff_on, row_number() over (order by cutoff_on, not is_preliminary, taken_at, id) as rank
    from oversight.batch where feed = 'inm-daily' and withdrawn_at is null;
  create temp table claim on commit drop as
    select r.batch_id, d.rank, r.table_code, r.span, r.day, r.state, r.place, r.place_key,
           r.is_place_recorded, r.measures
    from oversight.authority_row r join delivery d using (batch_id);
  create temp table told on commit drop as
    select distinct c.batch_id, c.rank, c.table_code, c.span, c.state, s.since, s.until
    from claim c
    join (select batch_id, table_code, span, min(day) as since, max(day) as until from claim group by 1, 2, 3) s
      using (batch_id, table_code, span);
  delete from claim c using told t
  where t.table_code = c.table_code and t.span = c.span and t.state = c.state and c.day between t.since and t.until
    and t.rank > c.rank;

  perform oversight.settle_coverage(), oversight.settle_days(), oversight.settle_months(), oversight.settle_places();
  drop table delivery, claim, told;
end $$;

-- Until when each table goes: the last day it has rows for, or what the sender says of a table of months; never ahead.
create function oversight.settle_coverage() returns void language plpgsql as $$
begin
  delete from oversight.authority_table;
  insert into oversight.authority_table (table_code, covered_until)
  select table_code, least(max(until), outbox.mx_date(now()))
  from (
    select table_code, until from told where span = 'DAY'
    union all
    select t.table_code, coalesce(c.until, least(d.cutoff_on, (t.until + interval '1 month' - interval '1 day')::date))
    from told t join delivery d using (batch_id)
    left join oversight.authority_coverage c on c.table_code = t.table_code and c.until >= t.until
      and exists (select from delivery of_coverage where of_coverage.batch_id = c.batch_id)
    where t.span = 'MONTH') told_until
  group by 1;
end $$;

create function oversight.settle_days() returns void language plpgsql as $$
begin
  delete from oversight.authority_day;
  insert into oversight.authority_day (table_code, measure, place, state, day, n)
  select c.table_code, m.key, '', c.state, c.day, sum(m.value::int)
  from claim c, lateral jsonb_each_text(c.measures) m where c.span = 'DAY' group by 1, 2, 4, 5
  union all
  select c.table_code, 'CHANNELLED', c.place_key, c.state, c.day, sum((c.measures ->> 'CHANNELLED')::int)
  from claim c where c.span = 'DAY' and c.table_code = 'CANALIZADOS' and c.measures ? 'CHANNELLED'
  group by 1, 2, 3, 4, 5;
end $$;

create function oversight.settle_months() returns void language plpgsql as $$
begin
  delete from oversight.authority_month;
  insert into oversight.authority_month (table_code, measure, place, state, month, n, rest)
  with by_day as (
    select table_code, measure, place, state, date_trunc('month', day)::date as month, sum(n) as n
    from oversight.authority_day group by 1, 2, 3, 4, 5
  ), by_month as (
    select c.table_code, m.key as measure, case c.span when 'MONTH' then '' else c.place_key end as place, c.state,
           c.day as month, sum(m.value::int) as n
    from claim c, lateral jsonb_each_text(c.measures) m where c.span <> 'DAY' group by 1, 2, 3, 4, 5
  ), days_told as (
    select table_code, state, range_agg(daterange(since, until, '[]')) as days from told where span = 'DAY' group by 1, 2
  )
  select table_code, measure, place, state, month, coalesce(d.n, 0) + r.rest, r.rest
  from by_day d full join by_month m using (table_code, measure, place, state, month)
  left join days_told t using (table_code, state)
  left join oversight.authority_table covered using (table_code)
  cross join lateral (select case
    when m.n is null then 0
    when t.days @> daterange(month, greatest(month + 1, least((month + interval '1 month')::date, covered.covered_until + 1)))
      then 0
    else greatest(m.n - coalesce(d.n, 0), 0) end as rest) r;
end $$;

-- A place is called what it is most often called. The keys of places that nobody wrote down are settled by intake.
create function oversight.settle_places() returns void language plpgsql as $$
begin
  delete from oversight.authority_place;
  insert into oversight.authority_place (place_key, name, is_recorded)
  select place_key, mode() within group (order by place), bool_and(is_place_recorded)
  from claim where table_code = 'CANALIZADOS' and place_key is not null group by 1;
end $$;

-- However a batch comes to be or is withdrawn: at the end of that transaction, claims are settled and readers are told.
create function oversight.settle_batch() returns trigger language plpgsql as $$
declare
  this constant text := pg_current_xact_id()::text;
begin
  if new.feed = 'inm-daily' and current_setting('vigia.claims_settled', true) is distinct from this then
    perform oversight.settle_claims();
    perform set_config('vigia.claims_settled', this, true);
  end if;
  if current_setting('vigia.version_raised', true) is distinct from this then
    perform outbox.raise_version('oversight');
    perform pg_notify('vigia_board', 'oversight');
    perform set_config('vigia.version_raised', this, true);
  end if;
  return null;
end $$;
create constraint trigger z_settle after insert or update on oversight.batch
  deferrable initially deferred for each row execute function oversight.settle_batch();
