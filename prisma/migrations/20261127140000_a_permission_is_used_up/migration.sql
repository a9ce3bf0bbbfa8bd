-- A determination permits the one return that it was made for: of a child who came back and was found again, it permits no other
-- (LGDNNA art. 97; services/returns/src/rules/standing-of-return.ts). What a determination refuses goes on to stand.
create function returns.came_back_from(of_child uuid, by timestamptz) returns timestamptz language sql stable as $$
  select max(e.departed_at) from returns.executed_return e
  where e.child_id = of_child and e.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION')
    and outbox.mx_date(e.departed_at) < (
      select outbox.mx_date(max(d.detected_at)) from returns.detection_ref d where d.child_id = of_child and d.detected_at <= by)
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
        from returns.determination_ref r, (select returns.came_back_from(of_child, departed) as departed_at) back
        where r.child_id = of_child) told) told
    where not is_used and (replaced is null or decided_at > replaced)) before
$$;

-- The same of a return that left now. In the place itself and not by the function: whoever reads the view may run no such query.
create or replace view returns.gate_of_return with (security_barrier) as
  select f.acta, f.child_id, f.state, d.determination_id, d.decided_at, d.outcome, d.authority, d.number
  from returns.found_by_inm f
  left join lateral (
    select * from returns.determination_ref t
    where t.child_id = f.child_id and t.authority = 'PPNNA' and t.decided_at < now()
    order by t.decided_at desc, t.determination_id desc limit 1) d on d.outcome = 'RETURN_PERMITTED' and not coalesce(
      d.decided_at < (
        select max(e.departed_at) from returns.executed_return e
        where e.child_id = f.child_id and e.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION')
          and outbox.mx_date(e.departed_at) < (
            select outbox.mx_date(max(w.detected_at)) from returns.detection_ref w
            where w.child_id = f.child_id and w.detected_at <= now())), false);

select returns.refresh(array(select child_id from returns.executed_return group by child_id having count(*) > 1));
select oversight.ask_all_again();
