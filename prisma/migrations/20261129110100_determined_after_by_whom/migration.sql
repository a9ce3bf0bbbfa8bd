-- What INM or anybody else determined after a departure is no determination of best interests (LGDNNA arts. 122, 123; law: authorities.ts,
-- mayDetermineBestInterests): the return was told as one with a determination that came late, and has none.
create or replace function returns.standing_of(of_child uuid, departed timestamptz) returns text language sql stable as $$
  select case
    when before.office = 'RETURN_PERMITTED' then 'VALID'
    when before.office is null and before.other_permits then 'DETERMINED_BY_WRONG_AUTHORITY'
    when before.any_before then 'DETERMINATION_SAYS_OTHERWISE'
    when before.office_after then 'DETERMINED_AFTER_DEPARTURE'
    else 'NO_DETERMINATION' end
  from (
    select (array_agg(outcome order by decided_at desc, outcome = 'RETURN_PERMITTED', determination_id desc)
              filter (where decided_at < departed and authority = 'PPNNA'))[1] as office,
           coalesce(bool_or(decided_at < departed and authority <> 'PPNNA' and outcome = 'RETURN_PERMITTED'), false) as other_permits,
           coalesce(bool_or(decided_at < departed), false) as any_before,
           coalesce(bool_or(decided_at >= departed and authority = 'PPNNA'), false) as office_after
    from (
      select *, max(decided_at) filter (where is_used and authority = 'PPNNA') over () as replaced
      from (
        select r.*, coalesce(r.outcome = 'RETURN_PERMITTED' and r.decided_at < back.departed_at, false) as is_used
        from returns.determination_ref r,
             (select returns.came_back_from(of_child, outbox.mx_at_latest(departed)) as departed_at) back
        where r.child_id = of_child) told) told
    where not is_used and (replaced is null or decided_at >= replaced)) before
$$;

select returns.refresh(array(select distinct child_id from returns.determination_ref where authority <> 'PPNNA'));
