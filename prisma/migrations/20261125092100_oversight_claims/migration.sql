-- What others say: INM's daily tables and published figures. Claims of a source, never the registry's own counts, and kept
-- apart from them.

-- A row of a table as it came. Counts are kept under the measure they are of; the office, the nationality and the place
-- stand as they were written beside what they were read as.
create table oversight.authority_row (
  id bigserial primary key,
  batch_id uuid not null,
  line integer not null,
  table_code text not null,
  -- Where a table comes in parts, each a file of its own: which part. Blank elsewhere.
  part text not null default '',
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
  -- md5 of the name by which files and readers know it.
  id uuid not null,
  slug text not null,
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
create unique index official_figure_slug_key on oversight.official_figure (slug);
create index official_figure_topic_to_on_slug_idx on oversight.official_figure (topic, to_on, slug);

-- What a figure said before it was corrected or withdrawn. No other service keeps a picture of figures, so no event.
create function oversight.keep_former_figure() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into oversight.former_version (entity, entity_id, former, recorded_at)
    select 'official_figure', o.id, to_jsonb(o), o.recorded_at from old_rows o;
  else
    insert into oversight.former_version (entity, entity_id, former, recorded_at)
    select 'official_figure', o.id, to_jsonb(o), o.recorded_at from new_rows n join old_rows o using (id) where n is distinct from o;
  end if;
  return null;
end $$;
create trigger a_keep_former_on_update after update on oversight.official_figure
  referencing old table as old_rows new table as new_rows for each statement execute function oversight.keep_former_figure();
create trigger a_keep_former_on_delete after delete on oversight.official_figure
  referencing old table as old_rows for each statement execute function oversight.keep_former_figure();

-- A file that says again what is known: when the batch that said it first is withdrawn, the figure stays on its word.
create table oversight.confirmation (
  batch_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  of_batch uuid not null,
  constraint confirmation_pkey primary key (entity_id, entity, batch_id)
);
create index confirmation_batch_id_idx on oversight.confirmation using brin (batch_id);

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
    select r.batch_id, d.rank, r.table_code, r.part, r.span, r.day, r.state, r.place, r.place_key,
           r.is_place_recorded, r.measures
    from oversight.authority_row r join delivery d using (batch_id);
  create temp table told on commit drop as
    select distinct c.batch_id, c.rank, c.table_code, c.part, c.span, c.state, s.since, s.until
    from claim c
    join (select batch_id, table_code, part, span, min(day) as since, max(day) as until from claim group by 1, 2, 3, 4) s
      using (batch_id, table_code, part, span);
  delete from claim c using told t
  where t.table_code = c.table_code and t.part = c.part and t.span = c.span and t.state = c.state and c.day between t.since and t.until
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

-- What is wrong with the rows of a batch, by the rules that meet it: kept in batch_finding and given as sentences. No rule
-- drops or changes a row.
create function oversight.find_defects(of_batch uuid) returns table (notice text) language plpgsql as $$
begin
  create temp table claim_row on commit drop as
    select r.*, row_number() over (partition by table_code, day, state, coalesce(nationality, ''),
                                case when nationality = 'ZZZ' then nationality_text end, place_key order by line) as nth_of_key,
           row_number() over (partition by table_code, day, office, nationality_text, place, measures, detail order by line)
             as nth_of_same
    from oversight.authority_row r where r.batch_id = of_batch and r.span = 'DAY';

  delete from oversight.batch_finding f where f.batch_id = of_batch;
  insert into oversight.batch_finding (batch_id, rule, row_count, lines, action)
  select of_batch, f.rule, count(*), (array_agg(f.line order by f.line))[1:50], min(f.action)
  from (
    select c.line, 'STATE_SPELLING' as rule, 'la entidad viene escrita de otra manera que en la mayoría de sus renglones: se cuenta en la misma entidad y se guarda como vino' as action
    from claim_row c join (select state, mode() within group (order by office) as usual from claim_row group by 1) u using (state)
    where c.office <> u.usual
    union all
    select c.line, 'NATIONALITY_SPELLING', 'la nacionalidad viene escrita de otra manera que en la mayoría de sus renglones: se cuenta como la misma y se guarda como vino'
    from claim_row c
    join (select nationality, mode() within group (order by nationality_text) as usual from claim_row group by 1) u using (nationality)
    where c.nationality <> 'ZZZ' and c.nationality_text <> u.usual
    union all
    select line, 'NATIONALITY_UNKNOWN', 'la nacionalidad no está en el catálogo: se cuenta como no especificada y se guarda como vino'
    from claim_row where detail ->> 'nationality_unread' = 'YES'
    union all
    select line, 'REPEATED_KEY', 'mismo día, oficina, nacionalidad y lugar que un renglón anterior: nada distingue un desglose de un duplicado, así que se conservan y se suman todos'
    from claim_row where nth_of_key > 1 and table_code <> 'CANALIZADOS_POR_PERSONA'
    union all
    select line, 'IDENTICAL_ROW', 'renglón idéntico a uno anterior: se conserva y se suma'
    from claim_row where nth_of_same > 1 and table_code <> 'CANALIZADOS_POR_PERSONA'
    union all
    select line, 'TOTAL_IS_NOT_ITS_PARTS', 'el total no es adultos más menores: se usa el total; adultos y menores no se usan'
    from claim_row where table_code = 'CANALIZADOS'
      and (measures ->> 'CHANNELLED')::int <> (detail ->> 'adults')::int + (detail ->> 'minors')::int
    union all
    select line, 'TOTAL_IS_NOT_FIRST_TIME', 'el total no es igual a primera vez: se usa el total'
    from claim_row where table_code = 'RESCATADOS' and (measures ->> 'RESCUED')::int <> (detail ->> 'first_time')::int
    union all
    select line, 'REPEATS_IN_NO_TOTAL', 'las reincidencias no están en el total: se cuentan aparte'
    from claim_row where table_code = 'RESCATADOS' and (measures ->> 'RESCUED_AGAIN')::int > 0
    union all
    select line, 'RETURNED_IS_NOT_ITS_PARTS', 'retornados no es deportados más retornos asistidos: cada cuenta se guarda como vino'
    from claim_row where table_code = 'RETORNADOS' and (measures ->> 'RETURNED')::int
      <> (measures ->> 'DEPORTED')::int + (measures ->> 'ASSISTED_RETURN')::int
    union all
    select line, 'PLACE_UNRECORDED', 'nadie escribió a qué lugar: se cuentan aparte como canalizados sin lugar registrado'
    from claim_row where table_code = 'CANALIZADOS' and not is_place_recorded
    union all
    select c.line, 'PLACE_SPELLING', 'el lugar viene escrito de otra manera que en la mayoría de sus renglones: se cuenta como el mismo; dos nombres de un lugar siguen siendo dos'
    from claim_row c join (select place_key, mode() within group (order by place) as usual from claim_row group by 1) u using (place_key)
    where c.place <> u.usual
    union all
    select c.line, 'PLACE_SAME_TOWN', 'la misma localidad tiene otro lugar con otro nombre: nada dice si son uno; siguen siendo dos'
    from claim_row c where c.table_code = 'CANALIZADOS' and (c.state, c.place_key) in (
      select one.state, unnest(array[one.place_key, other.place_key])
      from (select distinct state, place_key from claim_row where is_place_recorded) one
      join (select distinct state, place_key, substring(place_key from 'LOCALIDAD (.+)$') as town
            from claim_row where is_place_recorded) other
        on other.state = one.state and other.place_key <> one.place_key
          and strpos(' ' || one.place_key || ' ', ' ' || other.town || ' ') > 0)
    union all
    select line, 'LINE_BREAK_IN_PLACE', 'el lugar trae saltos de renglón: se leen como un espacio'
    from claim_row where detail ->> 'place_has_breaks' = 'YES'
    union all
    select line, 'PLACE_WITHOUT_TOWN', 'el lugar no dice en qué localidad está: se guarda como vino'
    from claim_row where table_code = 'CANALIZADOS' and is_place_recorded and place !~* '(localidad|,|\()'
    union all
    select line, 'BLANK_COUNT', 'una cuenta viene en blanco: no dice nada, y no es cero'
    from claim_row c where (select count(*) from jsonb_object_keys(c.measures)) < case c.table_code
      when 'RESCATADOS' then 4 when 'RETORNADOS' then 3 when 'CANALIZADOS' then 2 else 1 end
    union all
    select line, 'OF_AGE', 'la persona tenía 18 años o más: se conserva en la tabla que la trae'
    from claim_row where detail ->> 'age_group' = 'FROM_18'
  ) f group by f.rule;

  insert into oversight.batch_finding (batch_id, rule, row_count, lines, action)
  select of_batch, 'DAY_WITHOUT_ROWS', count(*), '{}'::int[],
         'días sin ningún renglón entre el primero y el último: nada distingue un cero de una entrega que falta; no se rellenan'
  from (select generate_series(min(day), max(day), interval '1 day')::date as day from claim_row) d
  where d.day is not null and not exists (select from claim_row c where c.day = d.day)
  having count(*) > 0
  union all
  select of_batch, 'REPLACES_EARLIER', count(*), '{}'::int[],
         'de otra entrega de la misma tabla, para los mismos días y entidades: rige la de corte más reciente; los otros se conservan sin contarse'
  from oversight.authority_row r join oversight.batch b on b.id = r.batch_id and b.withdrawn_at is null
  where r.batch_id <> of_batch and r.span = 'DAY' and (r.table_code, r.part, r.state) in (select table_code, part, state from claim_row)
    and r.day between (select min(day) from claim_row) and (select max(day) from claim_row)
  having count(*) > 0;
  drop table claim_row;
  return query
    select case
        when f.rule = 'DAY_WITHOUT_ROWS' then format('%s %s.', f.row_count, case f.row_count when 1 then regexp_replace(f.action, '^días', 'día') else f.action end)
        else format('%s %s: %s%s.', f.row_count, case f.row_count when 1 then 'renglón' else 'renglones' end, f.action,
          case when f.lines = '{}' then '' else format(' (%s%s)', array_to_string(f.lines[1:10], ', '),
            case when f.row_count > 10 then '…' else '' end) end) end
    from oversight.batch_finding f where f.batch_id = of_batch order by f.rule;
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
