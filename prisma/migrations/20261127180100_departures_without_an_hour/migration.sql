-- A departure that was told without its hour stands at the midnight with which its day begins, before the find of the same day from which
-- the child was returned: that find was not seen, and with it neither that the child had come back, nor that it was returned within hours,
-- nor that it was returned at all. What is known of such a departure is its day: it is held against finds by the end of that.

-- The last instant at which something may have been that stands at `at`: services/_law/src/mexican-time.ts, atTheLatest.
create function outbox.mx_at_latest(at timestamptz) returns timestamptz language sql immutable parallel safe as $$
  select case when at = outbox.mx_date(at)::timestamp at time zone 'America/Mexico_City'
    then (outbox.mx_date(at) + 1)::timestamp at time zone 'America/Mexico_City' - interval '1 millisecond' else at end
$$;

create or replace function returns.standing_of(of_child uuid, departed timestamptz) returns text language sql stable as $$
  select case
    when before.office = 'RETURN_PERMITTED' then 'VALID'
    when before.office is null and before.other_permits then 'DETERMINED_BY_WRONG_AUTHORITY'
    when before.any_before then 'DETERMINATION_SAYS_OTHERWISE'
    when before.any_after then 'DETERMINED_AFTER_DEPARTURE'
    else 'NO_DETERMINATION' end
  from (
    select (array_agg(outcome order by decided_at desc, determination_id desc)
              filter (where decided_at < departed and authority = 'PPNNA'))[1] as office,
           coalesce(bool_or(decided_at < departed and authority <> 'PPNNA' and outcome = 'RETURN_PERMITTED'), false) as other_permits,
           coalesce(bool_or(decided_at < departed), false) as any_before,
           coalesce(bool_or(decided_at >= departed), false) as any_after
    from (
      select *, max(decided_at) filter (where is_used and authority = 'PPNNA') over () as replaced
      from (
        select r.*, coalesce(r.outcome = 'RETURN_PERMITTED' and r.decided_at < back.departed_at, false) as is_used
        from returns.determination_ref r,
             (select returns.came_back_from(of_child, outbox.mx_at_latest(departed)) as departed_at) back
        where r.child_id = of_child) told) told
    where not is_used and (replaced is null or decided_at > replaced)) before
$$;

create or replace function returns.refresh(ids uuid[]) returns void language plpgsql as $$
begin
  perform outbox.lock_ledger('returns');
  delete from returns.return_standing l using unnest(ids) as c (child_id)
  where l.child_id = c.child_id and not exists (select from returns.executed_return e where e.id = l.return_id);
  insert into returns.return_standing as l
    (return_id, child_id, state, departed_at, return_type, standing, hours_begun_since_detection, nationality, age_group,
     accompaniment, destination)
  select e.id, e.child_id, e.state, e.departed_at, e.return_type, returns.standing_of(e.child_id, e.departed_at),
         case when found.detected_at > e.departed_at then 0
           else ceil(extract(epoch from e.departed_at - found.detected_at) / 3600)::int end,
         coalesce(r.nationality, 'ZZZ'), coalesce(r.age_group, 'UNKNOWN'), coalesce(r.accompaniment, 'UNDETERMINED'),
         e.destination
  from unnest(ids) as c (child_id)
  join returns.executed_return e on e.child_id = c.child_id
  left join returns.child_ref r on r.child_id = c.child_id
  left join lateral (select max(detected_at) as detected_at from returns.detection_ref d
                     where d.child_id = c.child_id and d.detected_at <= outbox.mx_at_latest(e.departed_at)) found on true
  on conflict (return_id) do update set
    child_id = excluded.child_id, state = excluded.state, departed_at = excluded.departed_at, return_type = excluded.return_type,
    standing = excluded.standing, hours_begun_since_detection = excluded.hours_begun_since_detection,
    nationality = excluded.nationality, age_group = excluded.age_group, accompaniment = excluded.accompaniment,
    destination = excluded.destination
  where l is distinct from excluded;
end $$;

create or replace function oversight.refresh(ids uuid[]) returns void language plpgsql as $$
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
           max(outbox.mx_at_latest(at)) filter (where entity = 'executed_return' and oversight.is_return(code)) as last_return_at,
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

select returns.refresh(array(
  select distinct child_id from returns.executed_return where departed_at <> outbox.mx_at_latest(departed_at)));
select oversight.refresh(array(
  select distinct child_id from oversight.path_fact where entity = 'executed_return' and at <> outbox.mx_at_latest(at)));
