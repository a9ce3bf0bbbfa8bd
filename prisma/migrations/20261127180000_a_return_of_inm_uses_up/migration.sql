-- What permitted a return is used up, for the gate of INM, by the return itself that INM wrote, whatever was found since. That the child
-- was found again others may have told, and by the gate INM would have learned it: nothing but an act of a Procuraduría and what INM itself
-- has written changes an answer (security.md 3.8). Standings, figures and alerts go by the find (20261127140000).

-- When children left by returns of INM, in the version in which INM told of them last, whatever others have told since.
create view returns.departure_by_inm as
  select e.child_id, told.departed_at
  from returns.executed_return e
  cross join lateral (
    select v.departed_at, v.return_type from (
      select e.departed_at, e.return_type, e.batch_id, null::bigint as former
      union all
      select r.departed_at, r.return_type, r.batch_id, f.id
      from returns.former_version f
      cross join lateral jsonb_to_record(f.former) r (departed_at timestamptz, return_type text, batch_id uuid)
      where f.entity = 'executed_return' and f.entity_id = e.id) v
    where exists (
      select from (
        select v.batch_id
        union all
        select c.batch_id from returns.confirmation c
        where c.entity = 'executed_return' and c.entity_id = e.id and c.of_batch = v.batch_id) said
      join returns.batch b on b.id = said.batch_id
      where b.source = 'INM' and b.withdrawn_at is null)
    order by v.former desc nulls first limit 1) told
  where told.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION');

-- Those of rows of INM that wait, since others speak against them or they could not be joined: INM knows no difference.
create view returns.departure_by_inm_that_waits as
  select (u.raw -> 'placed' ->> 'child_id')::uuid as child_id, u.raw ->> 'acta' as acta, r.departed_at
  from returns.unmatched_row u
  join returns.batch b on b.id = u.batch_id and b.source = 'INM' and b.withdrawn_at is null
  cross join lateral jsonb_populate_record(null::returns.executed_return, u.raw) r
  where u.feed = 'executed-returns' and u.matched_at is null
    and r.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION');

create or replace view returns.gate_of_return with (security_barrier) as
  select f.acta, f.child_id, f.state, d.determination_id, d.decided_at, d.outcome, d.authority, d.number
  from returns.found_by_inm f
  left join lateral (
    select * from returns.determination_ref t
    where t.child_id = f.child_id and t.authority = 'PPNNA' and t.decided_at < now()
    order by t.decided_at desc, t.determination_id desc limit 1) d on d.outcome = 'RETURN_PERMITTED' and not coalesce(
      d.decided_at < greatest(
        (select max(e.departed_at) from returns.departure_by_inm e where e.child_id = f.child_id),
        (select max(w.departed_at) from returns.departure_by_inm_that_waits w where w.child_id = f.child_id or w.acta = f.acta)), false);
