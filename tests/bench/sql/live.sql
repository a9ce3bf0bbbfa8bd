-- The board counted from the facts at the moment it is asked, as a program without counters would: one statement.
-- $1 and $2 are the first and the last day of the period; $3 and $4 the instants at which the figures of placements and representation were true;
-- $5 the last day on which a notice is more than five working days old.
with states as (select lpad(g::text, 2, '0') as state from generate_series(1, 32) g),
held as (
  select f.state,
    count(*) filter (where f.type = 'CCAN') as referral,
    count(*) filter (where f.type in ('EM', 'EPA', 'EPB', 'LH')) as prohibited,
    count(*) filter (where f.type in ('OR', 'PTO')) as ad_hoc,
    count(*) filter (where s.entered_at < $3::timestamptz - interval '36 hours') as over_36,
    floor(extract(epoch from $3::timestamptz - min(s.entered_at)) / 3600) as longest
  from placements.stay s join placements.facility f on f.id = s.facility_id
  where s.left_at is null and f.type in ('CCAN', 'EM', 'EPA', 'EPB', 'LH', 'OR', 'PTO') group by 1),
notices as (
  select distinct on (child_id) child_id, state, ppnna_notified_at as at
  from children.detection where ppnna_notified_at is not null order by child_id, ppnna_notified_at),
waiting as (
  select state, count(*) as n,
    count(*) filter (where at > $4::timestamptz - interval '24 hours') as age_1,
    count(*) filter (where at <= $4::timestamptz - interval '24 hours' and at > $4::timestamptz - interval '72 hours') as age_2,
    count(*) filter (where at <= $4::timestamptz - interval '72 hours' and (at at time zone 'America/Mexico_City')::date > $5::date) as age_3,
    count(*) filter (where at <= $4::timestamptz - interval '72 hours' and (at at time zone 'America/Mexico_City')::date <= $5::date) as age_4
  from notices n where not exists (select from representation.protection_case p where p.child_id = n.child_id) group by 1),
undecided as (
  select coalesce(n.state, p.state) as state, count(distinct p.child_id) as n
  from representation.protection_case p left join notices n using (child_id)
  where not exists (
    select from representation.determination d where d.child_id = p.child_id and d.authority in ('PPNNA', 'PFPNNA')) group by 1),
judged as (
  select e.state, e.return_type,
    e.departed_at - found.at <= interval '72 hours' as is_quick,
    case when office.outcome = 'RETURN_PERMITTED' then 'VALID'
      when office.outcome is null and known.wrong then 'DETERMINED_BY_WRONG_AUTHORITY'
      when known.before then 'DETERMINATION_SAYS_OTHERWISE'
      when known.after then 'DETERMINED_AFTER_DEPARTURE' else 'NO_DETERMINATION' end as standing
  from returns.executed_return e
  left join lateral (select max(detected_at) as at from children.detection d
                     where d.child_id = e.child_id and d.detected_at <= e.departed_at) found on true
  left join lateral (select outcome from representation.determination d where d.child_id = e.child_id
                     and decided_at < e.departed_at and authority in ('PPNNA', 'PFPNNA') order by decided_at desc, id desc limit 1) office on true
  left join lateral (select coalesce(bool_or(decided_at < e.departed_at), false) as before, 
      coalesce(bool_or(decided_at >= e.departed_at and authority in ('PPNNA', 'PFPNNA')), false) as after,
      coalesce(bool_or(decided_at < e.departed_at and authority not in ('PPNNA', 'PFPNNA') and outcome = 'RETURN_PERMITTED'), false) as wrong
    from representation.determination d where d.child_id = e.child_id) known on true
  where (e.departed_at at time zone 'America/Mexico_City')::date between $1::date and $2::date
    and e.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION')),
returned as (
  select state, count(*) as n, count(*) filter (where standing = 'VALID') as valid, count(*) filter (where standing = 'NO_DETERMINATION') as none,
    count(*) filter (where standing = 'DETERMINED_AFTER_DEPARTURE') as late, count(*) filter (where standing = 'DETERMINATION_SAYS_OTHERWISE') as otherwise,
    count(*) filter (where standing = 'DETERMINED_BY_WRONG_AUTHORITY') as wrong, count(*) filter (where is_quick) as quick,
    count(*) filter (where return_type = 'DEPORTATION') as deported
  from judged group by 1)
select s.state, coalesce(h.referral, 0)::int as referral, coalesce(h.prohibited, 0)::int as prohibited, coalesce(h.ad_hoc, 0)::int as "adHoc",
  coalesce(h.over_36, 0)::int as "over36", h.longest::int as longest, coalesce(w.n, 0)::int as unprocessed, coalesce(w.age_1, 0)::int as "age1",
  coalesce(w.age_2, 0)::int as "age2", coalesce(w.age_3, 0)::int as "age3", coalesce(w.age_4, 0)::int as "age4", coalesce(u.n, 0)::int as undecided,
  coalesce(r.n, 0)::int as returns, coalesce(r.valid, 0)::int as valid, coalesce(r.none, 0)::int as none, coalesce(r.late, 0)::int as late,
  coalesce(r.otherwise, 0)::int as otherwise, coalesce(r.wrong, 0)::int as wrong, coalesce(r.quick, 0)::int as quick, coalesce(r.deported, 0)::int as deported
from states s left join held h using (state) left join waiting w using (state) left join undecided u using (state) left join returned r using (state)
order by 1
