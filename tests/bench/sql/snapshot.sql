-- The board as the cheapest program without federation would read it: one statement over the rows that the product keeps.
-- $1 and $2 are the first and the last day of the period.
with sums as (
  select state,
    coalesce(sum(n) filter (where indicator = 'RETURNS'), 0)::int as returns,
    coalesce(sum(n) filter (where indicator = 'STANDING_VALID'), 0)::int as valid,
    coalesce(sum(n) filter (where indicator = 'STANDING_NO_DETERMINATION'), 0)::int as none,
    coalesce(sum(n) filter (where indicator = 'STANDING_DETERMINED_AFTER_DEPARTURE'), 0)::int as late,
    coalesce(sum(n) filter (where indicator = 'STANDING_DETERMINATION_SAYS_OTHERWISE'), 0)::int as otherwise,
    coalesce(sum(n) filter (where indicator = 'STANDING_DETERMINED_BY_WRONG_AUTHORITY'), 0)::int as wrong,
    coalesce(sum(n) filter (where indicator = 'RETURNS_WITHIN_72_HOURS'), 0)::int as quick,
    coalesce(sum(n) filter (where indicator = 'DEPORTATIONS'), 0)::int as deported
  from outbox.period_counts('returns', '{RETURNS,STANDING_VALID,STANDING_NO_DETERMINATION,STANDING_DETERMINED_AFTER_DEPARTURE,
    STANDING_DETERMINATION_SAYS_OTHERWISE,STANDING_DETERMINED_BY_WRONG_AUTHORITY,RETURNS_WITHIN_72_HOURS,DEPORTATIONS}',
    $1::date, $2::date, '{}', null, null, null) group by state)
select state, p.in_referral_centers as referral, p.in_prohibited_places as prohibited, p.in_other_ad_hoc_places as "adHoc",
  p.over36_hours as "over36", floor(extract(epoch from p.as_of - p.longest_since) / 3600)::int as longest, r.unprocessed,
  r.under24_hours as "age1", r.from24_to72_hours as "age2", r.from72_hours_to5_working_days as "age3", r.over5_working_days as "age4",
  r.without_determination as undecided, coalesce(s.returns, 0) as returns, coalesce(s.valid, 0) as valid, coalesce(s.none, 0) as none,
  coalesce(s.late, 0) as late, coalesce(s.otherwise, 0) as otherwise, coalesce(s.wrong, 0) as wrong, coalesce(s.quick, 0) as quick,
  coalesce(s.deported, 0) as deported
from placements.snapshot p join representation.snapshot r using (state) left join sums s using (state)
where state <> '00' order by state
