-- Two determinations of one day, both told without an hour, are of one instant: the end of that day. Which of them spoke was decided by their
-- ids, and so by which was taken in later: the gate told INM that a return is permitted which a Procuraduría had refused on the same day, and
-- the return counted as one with a valid determination. Of one instant what does not permit the return speaks, as at the consulate's gate.
--
-- A refusal of today that was told without an hour stands at the end of today, and the gate stayed open until midnight. One that is known
-- was made: it shuts the gate at once. A permission goes on to open it from its instant on.
create or replace function returns.standing_of(of_child uuid, departed timestamptz) returns text language sql stable as $$
  select case
    when before.office = 'RETURN_PERMITTED' then 'VALID'
    when before.office is null and before.other_permits then 'DETERMINED_BY_WRONG_AUTHORITY'
    when before.any_before then 'DETERMINATION_SAYS_OTHERWISE'
    when before.any_after then 'DETERMINED_AFTER_DEPARTURE'
    else 'NO_DETERMINATION' end
  from (
    select (array_agg(outcome order by decided_at desc, outcome = 'RETURN_PERMITTED', determination_id desc)
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
    where not is_used and (replaced is null or decided_at >= replaced)) before
$$;

create or replace view returns.gate_of_return with (security_barrier) as
  select f.acta, f.child_id, f.state, d.determination_id, d.decided_at, d.outcome, d.authority, d.number
  from returns.found_by_inm f
  left join lateral (
    select * from returns.determination_ref t
    where t.child_id = f.child_id and t.authority = 'PPNNA' and (t.decided_at < now() or t.outcome <> 'RETURN_PERMITTED')
    order by t.decided_at desc, t.outcome = 'RETURN_PERMITTED', t.determination_id desc limit 1) d on d.outcome = 'RETURN_PERMITTED' and not coalesce(
      d.decided_at < greatest(
        (select max(e.departed_at) from returns.departure_by_inm e where e.child_id = f.child_id),
        (select max(w.departed_at) from returns.departure_by_inm_that_waits w where w.child_id = f.child_id or w.acta = f.acta)), false);

-- Whose returns and alerts were judged by the id.
select returns.refresh(array(
  select distinct child_id from returns.determination_ref d
  where outcome = 'RETURN_PERMITTED' and exists (select from returns.determination_ref o
    where o.child_id = d.child_id and o.decided_at = d.decided_at and o.outcome <> 'RETURN_PERMITTED')));
select oversight.ask_again('CHILD', array(
  select distinct child_id::text from oversight.path_fact d
  where entity = 'determination' and code = 'RETURN_PERMITTED' and exists (select from oversight.path_fact o
    where o.entity = 'determination' and o.child_id = d.child_id and o.at = d.at and o.code <> 'RETURN_PERMITTED')));
