-- Who was returned and is found again on a later day is in Mexico: what became of the child is what has become of it since. A return
-- spoke for ever, and a child that is held today was told as returned. The rule in TypeScript is oversight/src/rules/fate-of-child.ts.
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
           when f.last_return_at >= r.first_detected_at
             and outbox.mx_date(f.last_return_at) >= outbox.mx_date(greatest(f.last_found_at, r.first_detected_at)) then 'RETURNED'
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
           max(at) filter (where entity = 'detection') as last_found_at,
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

select oversight.refresh(array(
  select distinct r.child_id from oversight.path_fact r
  where r.entity = 'executed_return' and oversight.is_return(r.code) and exists (
    select from oversight.path_fact d
    where d.child_id = r.child_id and d.entity = 'detection' and outbox.mx_date(d.at) > outbox.mx_date(r.at))));
