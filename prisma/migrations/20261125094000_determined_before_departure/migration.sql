-- A determination of the very instant of departure was not made before it (LGDNNA art. 97). One that was sent without an
-- hour stands at the end of its local day, so that it never counts as made before a departure of that day.
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
    from returns.determination_ref where child_id = of_child) before
$$;

select returns.refresh(array(
  select distinct e.child_id from returns.executed_return e
  join returns.determination_ref d on d.child_id = e.child_id and d.decided_at = e.departed_at));
