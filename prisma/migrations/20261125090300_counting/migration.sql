-- Counting: facts -> ledgers -> deltas -> day counters -> snapshot -> version.
-- A ledger is a row as it is counted, derived from facts and pictures by <schema>.refresh(children); triggers on it append
-- deltas; the tick folds them. Writers never update a counter.

create function outbox.lock_ledger(service text) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtext('vigia.ledger.' || service))
$$;

-- After a change of facts: derive the ledger rows of the children concerned again.
create function outbox.refresh_new() returns trigger language plpgsql as $$
begin
  execute format('select %I.refresh(array(select distinct child_id from new_rows))', tg_table_schema);
  return null;
end $$;
create function outbox.refresh_old() returns trigger language plpgsql as $$
begin
  execute format('select %I.refresh(array(select distinct child_id from old_rows))', tg_table_schema);
  return null;
end $$;
create function outbox.refresh_both() returns trigger language plpgsql as $$
begin
  execute format('select %I.refresh(array(select child_id from new_rows union select child_id from old_rows))', tg_table_schema);
  return null;
end $$;

-- Folds the deltas of a service into its counters; gives how many delta rows there were.
create function outbox.fold(service text) returns bigint language plpgsql as $$
declare
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
    )
    select count(*) from taken $sql$, service) into folded;
  return folded;
end $$;

-- A changed day counter is told to the other services with its new value.
create function outbox.tell_counter() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into outbox.pending (source, type, payload)
  select tg_table_schema, 'indicator.changed',
         json_build_object('indicator', indicator, 'state', state, 'day', day, 'n', n)
  from new_rows;
  return null;
end $$;

-- Sum of an indicator over a period, both days included: whole months from the month counters, the rest from the days.
-- A parallel function exists in no service: this one is told which.
create function outbox.period_sums(service text, since date, until date)
  returns table (indicator text, state text, n bigint) language plpgsql stable as $$
declare
  first_month date := date_trunc('month', since + interval '1 month' - interval '1 day')::date;
  after_last_month date := date_trunc('month', until + 1)::date;
begin
  if first_month >= after_last_month then
    return query execute format(
      'select indicator::text, state::text, sum(n)::bigint from %I.day_counter where day between $1 and $2 group by 1, 2', service)
      using since, until;
  else
    return query execute format(
      'select indicator::text, state::text, sum(n)::bigint from (
         select indicator, state, n from %1$I.month_counter where month >= $3 and month < $4
         union all select indicator, state, n from %1$I.day_counter where day >= $1 and day < $3
         union all select indicator, state, n from %1$I.day_counter where day >= $4 and day <= $2) parts group by 1, 2', service)
      using since, until, first_month, after_last_month;
  end if;
end $$;

create function outbox.raise_version(service text) returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
  raised bigint;
begin
  if session_user like 'vigia\_%' and session_user <> 'vigia_' || service then
    raise exception 'The version of % is not raised by %', service, session_user using errcode = '42501';
  end if;
  insert into outbox.service_version as v (service, version, as_of) values (raise_version.service, 1, now())
  on conflict on constraint service_version_pkey do update set version = v.version + 1, as_of = now()
  returning v.version into raised;
  return raised;
end $$;

-- children: facts carry their own dimensions.
create function children.count_children() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into children.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select 'CHILDREN_DETECTED', state, outbox.mx_date(first_detected_at), nationality, age_group, accompaniment, count(*)
    from new_rows group by 2, 3, 4, 5, 6;
  end if;
  if tg_op <> 'INSERT' then
    insert into children.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select 'CHILDREN_DETECTED', state, outbox.mx_date(first_detected_at), nationality, age_group, accompaniment, -count(*)
    from old_rows group by 2, 3, 4, 5, 6;
  end if;
  return null;
end $$;

create function children.count_detections() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into children.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, outbox.mx_date(c.at), r.nationality, r.age_group, r.accompaniment, count(*)
    from new_rows r, lateral (values ('DETECTIONS', r.detected_at), ('PPNNA_NOTIFIED', r.ppnna_notified_at)) c (indicator, at)
    where c.at is not null group by 1, 2, 3, 4, 5, 6;
  end if;
  if tg_op <> 'INSERT' then
    insert into children.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, outbox.mx_date(c.at), r.nationality, r.age_group, r.accompaniment, -count(*)
    from old_rows r, lateral (values ('DETECTIONS', r.detected_at), ('PPNNA_NOTIFIED', r.ppnna_notified_at)) c (indicator, at)
    where c.at is not null group by 1, 2, 3, 4, 5, 6;
  end if;
  return null;
end $$;

-- placements: a stay is held (REFERRAL, PROHIBITED, OTHER_AD_HOC), in CARE, or with a FAMILY (not counted).
create function placements.kind_of(facility_type text) returns text language sql immutable as $$
  select case
    when facility_type in ('EM', 'EPA', 'EPB', 'LH') then 'PROHIBITED'
    when facility_type = 'CCAN' then 'REFERRAL'
    when facility_type in ('OR', 'PTO') then 'OTHER_AD_HOC'
    when facility_type in ('FAM_O', 'FAM_E', 'FAM_A', 'VIA') then 'FAMILY'
    else 'CARE' end
$$;

create function placements.refresh(ids uuid[]) returns void language plpgsql as $$
begin
  perform outbox.lock_ledger('placements');
  delete from placements.stay_ledger l using unnest(ids) as c (child_id)
  where l.child_id = c.child_id and not exists (select from placements.stay s where s.id = l.stay_id);
  insert into placements.stay_ledger as l
    (stay_id, child_id, facility_id, kind, state, entered_at, left_at, nationality, age_group, accompaniment)
  select s.id, s.child_id, s.facility_id, placements.kind_of(f.type), f.state, s.entered_at, s.left_at,
         coalesce(r.nationality, 'ZZZ'), coalesce(r.age_group, 'UNKNOWN'), coalesce(r.accompaniment, 'UNDETERMINED')
  from unnest(ids) as c (child_id)
  join placements.stay s on s.child_id = c.child_id
  join placements.facility f on f.id = s.facility_id
  left join placements.child_ref r on r.child_id = c.child_id
  on conflict (stay_id) do update set
    child_id = excluded.child_id, facility_id = excluded.facility_id, kind = excluded.kind, state = excluded.state,
    entered_at = excluded.entered_at, left_at = excluded.left_at, nationality = excluded.nationality,
    age_group = excluded.age_group, accompaniment = excluded.accompaniment
  where (l.child_id, l.facility_id, l.kind, l.state, l.entered_at, l.left_at, l.nationality, l.age_group, l.accompaniment)
    is distinct from (excluded.child_id, excluded.facility_id, excluded.kind, excluded.state, excluded.entered_at,
      excluded.left_at, excluded.nationality, excluded.age_group, excluded.accompaniment);
end $$;

create function placements.refresh_facilities() returns trigger language plpgsql as $$
begin
  perform placements.refresh(array(
    select distinct s.child_id from new_rows n join old_rows o using (id) join placements.stay s on s.facility_id = n.id
    where (n.type, n.state) is distinct from (o.type, o.state)));
  return null;
end $$;

create function placements.counts_of(kind text, entered_at timestamptz, left_at timestamptz)
  returns table (indicator text, day date, n int) language sql immutable as $$
  select i.indicator, m.day, m.n
  from (select case kind
      when 'REFERRAL' then 'HELD_IN_REFERRAL_CENTERS' when 'PROHIBITED' then 'HELD_IN_PROHIBITED_PLACES'
      when 'OTHER_AD_HOC' then 'HELD_IN_OTHER_AD_HOC_PLACES' when 'CARE' then 'CHILDREN_IN_CARE' end) i (indicator),
    (values (outbox.mx_date(entered_at), 1), (outbox.mx_date(left_at), -1)) m (day, n)
  where i.indicator is not null and m.day is not null
$$;

create function placements.count_stays() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into placements.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, c.day, r.nationality, r.age_group, r.accompaniment, sum(c.n)
    from new_rows r, lateral placements.counts_of(r.kind, r.entered_at, r.left_at) c group by 1, 2, 3, 4, 5, 6 having sum(c.n) <> 0;
  end if;
  if tg_op <> 'INSERT' then
    insert into placements.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, c.day, r.nationality, r.age_group, r.accompaniment, -sum(c.n)
    from old_rows r, lateral placements.counts_of(r.kind, r.entered_at, r.left_at) c group by 1, 2, 3, 4, 5, 6 having sum(c.n) <> 0;
  end if;
  return null;
end $$;

-- representation: one row a child.
create function representation.refresh(ids uuid[]) returns void language plpgsql as $$
begin
  perform outbox.lock_ledger('representation');
  create temp table if not exists wanted_case_ledger (like representation.case_ledger) on commit drop;
  truncate wanted_case_ledger;
  insert into wanted_case_ledger (child_id, state, notified_at, opened_at, determined_at, plan_on, nationality, age_group, accompaniment)
  select c.child_id, coalesce(notice.state, file.state), least(notice.notified_at, file.notified_at), file.opened_at,
         decided.decided_at, plan.issued_on,
         coalesce(r.nationality, 'ZZZ'), coalesce(r.age_group, 'UNKNOWN'), coalesce(r.accompaniment, 'UNDETERMINED')
  from unnest(ids) as c (child_id)
  left join representation.child_ref r on r.child_id = c.child_id
  left join lateral (select state, notified_at from representation.notice_ref n where n.child_id = c.child_id
                     order by notified_at, detection_id limit 1) notice on true
  left join lateral (select min(opened_at) as opened_at, min(notified_at) as notified_at,
                            (array_agg(state order by opened_at, folio))[1] as state
                     from representation.protection_case p where p.child_id = c.child_id) file on true
  left join lateral (select min(decided_at) as decided_at from representation.determination d
                     where d.child_id = c.child_id) decided on true
  left join lateral (select min(issued_on) as issued_on from representation.restitution_plan p
                     where p.child_id = c.child_id) plan on true
  where coalesce(notice.state, file.state) is not null;

  delete from representation.case_ledger l using unnest(ids) as c (child_id)
  where l.child_id = c.child_id and not exists (select from wanted_case_ledger w where w.child_id = l.child_id);
  insert into representation.case_ledger as l select * from wanted_case_ledger
  on conflict (child_id) do update set
    state = excluded.state, notified_at = excluded.notified_at, opened_at = excluded.opened_at,
    determined_at = excluded.determined_at, plan_on = excluded.plan_on, nationality = excluded.nationality,
    age_group = excluded.age_group, accompaniment = excluded.accompaniment
  where l is distinct from excluded;
end $$;

create function representation.counts_of(notified_at timestamptz, opened_at timestamptz, determined_at timestamptz, plan_on date)
  returns table (indicator text, day date, n int) language sql immutable as $$
  select m.indicator, m.day, m.n from (values
    ('UNPROCESSED_CASES', case when opened_at is null or opened_at > notified_at then outbox.mx_date(notified_at) end, 1),
    ('UNPROCESSED_CASES', case when opened_at > notified_at then outbox.mx_date(opened_at) end, -1),
    ('CASES_OPENED', outbox.mx_date(opened_at), 1),
    ('WITHOUT_DETERMINATION', case when determined_at is null or determined_at > opened_at then outbox.mx_date(opened_at) end, 1),
    ('WITHOUT_DETERMINATION', case when determined_at > opened_at then outbox.mx_date(determined_at) end, -1),
    ('DETERMINATIONS', outbox.mx_date(determined_at), 1),
    ('PLANS_ISSUED', plan_on, 1)) m (indicator, day, n)
  where m.day is not null
$$;

create function representation.count_cases() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into representation.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, c.day, r.nationality, r.age_group, r.accompaniment, sum(c.n)
    from new_rows r, lateral representation.counts_of(r.notified_at, r.opened_at, r.determined_at, r.plan_on) c
    group by 1, 2, 3, 4, 5, 6 having sum(c.n) <> 0;
  end if;
  if tg_op <> 'INSERT' then
    insert into representation.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, c.day, r.nationality, r.age_group, r.accompaniment, -sum(c.n)
    from old_rows r, lateral representation.counts_of(r.notified_at, r.opened_at, r.determined_at, r.plan_on) c
    group by 1, 2, 3, 4, 5, 6 having sum(c.n) <> 0;
  end if;
  return null;
end $$;

-- The open backlog by the hour of its notice: only the recent end of it is ever read.
create index case_ledger_backlog on representation.case_ledger (state, notified_at)
  where opened_at is null and notified_at is not null;
-- Who is held now. Without this partial index the count of held children reads every stay.
create index stay_ledger_open on placements.stay_ledger (kind, state, entered_at) where left_at is null;

-- returns: the standing of each return. What counts is the instant of the determination, not the day it was learned of
-- (LGDNNA art. 97, Ley de Migración arts. 74, 112 III). The rule in TypeScript is returns/src/rules/standing-of-return.ts.
create function returns.standing_of(of_child uuid, departed timestamptz) returns text language sql stable as $$
  select case
    when before.office = 'RETURN_PERMITTED' then 'VALID'
    when before.office is null and before.other_permits then 'DETERMINED_BY_WRONG_AUTHORITY'
    when before.any_before then 'DETERMINATION_SAYS_OTHERWISE'
    when before.any_after then 'DETERMINED_AFTER_DEPARTURE'
    else 'NO_DETERMINATION' end
  from (
    select (array_agg(outcome order by decided_at desc, determination_id desc)
              filter (where decided_at <= departed and authority = 'PPNNA'))[1] as office,
           coalesce(bool_or(decided_at <= departed and authority <> 'PPNNA' and outcome = 'RETURN_PERMITTED'), false) as other_permits,
           coalesce(bool_or(decided_at <= departed), false) as any_before,
           coalesce(bool_or(decided_at > departed), false) as any_after
    from returns.determination_ref where child_id = of_child) before
$$;

create function returns.refresh(ids uuid[]) returns void language plpgsql as $$
begin
  perform outbox.lock_ledger('returns');
  delete from returns.return_standing l using unnest(ids) as c (child_id)
  where l.child_id = c.child_id and not exists (select from returns.executed_return e where e.id = l.return_id);
  insert into returns.return_standing as l
    (return_id, child_id, state, departed_at, return_type, standing, hours_since_detection, nationality, age_group, accompaniment)
  select e.id, e.child_id, e.state, e.departed_at, e.return_type, returns.standing_of(e.child_id, e.departed_at),
         floor(extract(epoch from e.departed_at - found.detected_at) / 3600)::int,
         coalesce(r.nationality, 'ZZZ'), coalesce(r.age_group, 'UNKNOWN'), coalesce(r.accompaniment, 'UNDETERMINED')
  from unnest(ids) as c (child_id)
  join returns.executed_return e on e.child_id = c.child_id
  left join returns.child_ref r on r.child_id = c.child_id
  left join lateral (select max(detected_at) as detected_at from returns.detection_ref d
                     where d.child_id = c.child_id and d.detected_at <= e.departed_at) found on true
  on conflict (return_id) do update set
    child_id = excluded.child_id, state = excluded.state, departed_at = excluded.departed_at, return_type = excluded.return_type,
    standing = excluded.standing, hours_since_detection = excluded.hours_since_detection, nationality = excluded.nationality,
    age_group = excluded.age_group, accompaniment = excluded.accompaniment
  where l is distinct from excluded;
end $$;

-- Returns of the board: acts by which a child left Mexico. A deportation of a child is forbidden (Ley de Migración art. 120).
create function returns.counts_of(return_type text, standing text, hours int, departed_at timestamptz)
  returns table (indicator text, day date, n int) language sql immutable as $$
  select m.indicator, outbox.mx_date(departed_at), 1 from (values
    ('RETURNS', true),
    ('RETURNS_WITHOUT_VALID_DETERMINATION', standing <> 'VALID'),
    ('STANDING_' || standing, true),
    ('RETURNS_WITHIN_72_HOURS', hours <= 72),
    ('DEPORTATIONS', return_type = 'DEPORTATION')) m (indicator, counts)
  where m.counts and return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION')
$$;

create function returns.count_returns() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into returns.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, c.day, r.nationality, r.age_group, r.accompaniment, sum(c.n)
    from new_rows r, lateral returns.counts_of(r.return_type, r.standing, r.hours_since_detection, r.departed_at) c
    group by 1, 2, 3, 4, 5, 6;
  end if;
  if tg_op <> 'INSERT' then
    insert into returns.delta (indicator, state, day, nationality, age_group, accompaniment, n)
    select c.indicator, r.state, c.day, r.nationality, r.age_group, r.accompaniment, -sum(c.n)
    from old_rows r, lateral returns.counts_of(r.return_type, r.standing, r.hours_since_detection, r.departed_at) c
    group by 1, 2, 3, 4, 5, 6;
  end if;
  return null;
end $$;

do $$
declare
  t text[];
begin
  -- Facts that change a ledger.
  foreach t slice 1 in array array[['placements', 'stay'], ['representation', 'protection_case'],
    ['representation', 'determination'], ['representation', 'restitution_plan'], ['returns', 'executed_return']]
  loop
    execute format('create trigger b_refresh_insert after insert on %I.%I referencing new table as new_rows
                    for each statement execute function outbox.refresh_new()', t[1], t[2]);
    execute format('create trigger b_refresh_update after update on %I.%I referencing old table as old_rows new table as new_rows
                    for each statement execute function outbox.refresh_both()', t[1], t[2]);
    execute format('create trigger b_refresh_delete after delete on %I.%I referencing old table as old_rows
                    for each statement execute function outbox.refresh_old()', t[1], t[2]);
  end loop;
  -- What is counted.
  foreach t slice 1 in array array[['children', 'child', 'count_children'], ['children', 'detection', 'count_detections'],
    ['placements', 'stay_ledger', 'count_stays'], ['representation', 'case_ledger', 'count_cases'],
    ['returns', 'return_standing', 'count_returns']]
  loop
    execute format('create trigger c_count_insert after insert on %I.%I referencing new table as new_rows
                    for each statement execute function %I.%I()', t[1], t[2], t[1], t[3]);
    execute format('create trigger c_count_update after update on %I.%I referencing old table as old_rows new table as new_rows
                    for each statement execute function %I.%I()', t[1], t[2], t[1], t[3]);
    execute format('create trigger c_count_delete after delete on %I.%I referencing old table as old_rows
                    for each statement execute function %I.%I()', t[1], t[2], t[1], t[3]);
  end loop;
  -- Counters that other services may read as series.
  foreach t slice 1 in array array[['children'], ['placements'], ['representation'], ['returns']]
  loop
    execute format('create trigger d_tell_insert after insert on %I.day_counter referencing new table as new_rows
                    for each statement execute function outbox.tell_counter()', t[1]);
    execute format('create trigger d_tell_update after update on %I.day_counter referencing new table as new_rows
                    for each statement execute function outbox.tell_counter()', t[1]);
  end loop;
end $$;

create trigger b_refresh_stays after update on placements.facility
  referencing old table as old_rows new table as new_rows for each statement execute function placements.refresh_facilities();
