-- The ledger of cases as placements and returns derive theirs, without a table made for it: each that is made and dropped is told to all
-- connections of the database, and whoever had planned against the last one plans again.
create or replace function representation.refresh(ids uuid[]) returns void language plpgsql as $$
begin
  perform outbox.lock_ledger('representation');
  with wanted as materialized (
    select c.child_id, coalesce(notice.state, file.state) as state, least(notice.notified_at, file.notified_at) as notified_at,
           file.opened_at, decided.decided_at as determined_at, plan.issued_on as plan_on,
           coalesce(r.nationality, 'ZZZ') as nationality, coalesce(r.age_group, 'UNKNOWN') as age_group,
           coalesce(r.accompaniment, 'UNDETERMINED') as accompaniment
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
    where coalesce(notice.state, file.state) is not null
  ), gone as (
    delete from representation.case_ledger l using unnest(ids) as c (child_id)
    where l.child_id = c.child_id and not exists (select from wanted w where w.child_id = l.child_id)
  )
  insert into representation.case_ledger as l
    (child_id, state, notified_at, opened_at, determined_at, plan_on, nationality, age_group, accompaniment)
  select child_id, state, notified_at, opened_at, determined_at, plan_on, nationality, age_group, accompaniment from wanted
  on conflict (child_id) do update set
    state = excluded.state, notified_at = excluded.notified_at, opened_at = excluded.opened_at,
    determined_at = excluded.determined_at, plan_on = excluded.plan_on, nationality = excluded.nationality,
    age_group = excluded.age_group, accompaniment = excluded.accompaniment
  where l is distinct from excluded;
end $$;
