-- What INM or anybody else determined is no determination of best interests: a Procuraduría makes it (LGDNNA arts. 122, 123; law:
-- authorities.ts, mayDetermineBestInterests), as returns and alerts have it. Counted as such it hid children without one.
create or replace function representation.refresh(ids uuid[]) returns void language plpgsql as $$
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
                     where d.child_id = c.child_id and d.authority = 'PPNNA') decided on true
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
           coalesce(bool_or(entity = 'determination' and detail ->> 'authority' = 'PPNNA'), false) as is_determined,
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

select representation.refresh(array(select distinct child_id from representation.determination where authority <> 'PPNNA'));
select oversight.refresh(array(
  select distinct child_id from oversight.path_fact where entity = 'determination' and detail ->> 'authority' <> 'PPNNA'));
