-- Facts of $N children, the same at every size: what is drawn for a child depends on its number alone. Regimes are left out;
-- half of the children are in five states, 1.5 % are still where they were first put.
-- Events are not told here (the board reads none): everything that counts is derived by the product's own functions after.
create schema bench;
create function bench.draw(child bigint, question int) returns float8 language sql immutable parallel safe as $$
  select (hashint8extended(child, question) & 1048575) / 1048576.0
$$;
create function bench.pick(choices text[], share float8) returns text language sql immutable parallel safe as $$
  select choices[1 + floor(share * array_length(choices, 1))::int]
$$;
create function bench.id(kind text, number bigint) returns uuid language sql immutable parallel safe as $$
  select md5(kind || number)::uuid
$$;

create table bench.choice as select
  array(select c from (values ('07', 20), ('30', 10), ('27', 8), ('28', 7), ('19', 5)) v (c, n), generate_series(1, n))
    || array(select lpad((1 + g % 32)::text, 2, '0') from generate_series(0, 49) g) as states,
  array['HND', 'HND', 'HND', 'GTM', 'GTM', 'GTM', 'SLV', 'VEN', 'ECU', 'HTI'] as nationalities,
  array['UNACCOMPANIED', 'UNACCOMPANIED', 'ACCOMPANIED', 'ACCOMPANIED', 'ACCOMPANIED', 'SEPARATED'] as accompaniments,
  array['CCAN', 'CCAN', 'CCAN', 'CCAN', 'EPA', 'EM', 'LH', 'OR', 'PTO', 'CCAN'] as places,
  timestamptz '2021-01-01 06:00+00' as opening,
  now() as present;

create unlogged table bench.drawn as
select g, bench.id('child', g) as child_id, bench.pick(c.states, bench.draw(g, 1)) as state,
  bench.pick(c.nationalities, bench.draw(g, 2)) as nationality, bench.pick(c.accompaniments, bench.draw(g, 3)) as accompaniment,
  case when bench.draw(g, 4) < 0.3 then 'FROM_0_TO_11' else 'FROM_12_TO_17' end as age_group,
  c.opening + bench.draw(g, 5) * (c.present - c.opening) as detected_at, c.present
from generate_series(1, $N) g, bench.choice c;

create unlogged table bench.way as
select d.*,
  case when bench.draw(g, 10) < 0.88 then least(detected_at + bench.draw(g, 11) * interval '48 hours', present) end as notified_at,
  detected_at + interval '2 hours' as held_at,
  case when bench.draw(g, 12) > 0.015 then detected_at + interval '8 hours' + bench.draw(g, 13) * interval '50 hours' end as released_at,
  bench.draw(g, 14) < 0.6 as goes_to_care,
  case when bench.draw(g, 15) < 0.9 then detected_at + interval '60 hours' + bench.draw(g, 16) * interval '20 days' end as opened_at,
  case when bench.draw(g, 17) < 0.55 then detected_at + interval '24 days' + bench.draw(g, 18) * interval '70 days' end as decided_at,
  case when bench.draw(g, 19) < 0.4 then 'RETURN_PERMITTED' else 'STAY_IN_MEXICO' end as outcome,
  case when bench.draw(g, 20) < 0.92 then 'PPNNA' else 'INM' end as decided_by,
  case when bench.draw(g, 21) < 0.15 then detected_at + interval '62 hours' + bench.draw(g, 22) ^ 2 * interval '200 days' end as departed_at,
  bench.pick(array['ASSISTED_RETURN', 'ASSISTED_RETURN', 'ASSISTED_RETURN', 'ASSISTED_RETURN', 'ASSISTED_RETURN', 'ASSISTED_RETURN',
    'ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION', 'TRANSFER'], bench.draw(g, 23)) as return_type
from bench.drawn d;

set session_replication_role = replica; -- No trigger, so no event; the constraints that matter are checked by indexes all the same.

insert into children.child (id, folio, sex, age_group, nationality, accompaniment, state, first_detected_at, batch_id)
select child_id, 'NNA-' || g, 'UNSPECIFIED', age_group, nationality, accompaniment, state, detected_at, bench.id('batch', 1) from bench.way;

insert into children.detection (id, child_id, acta, detected_at, state, authority, detection_type, nationality, age_group, accompaniment,
  ppnna_notified_at, batch_id)
select bench.id('detection', g), child_id, 'BENCH/' || g, detected_at, state, 'INM_AFM', 'MIGRATION_CHECK', nationality, age_group, accompaniment,
  notified_at, bench.id('batch', 1) from bench.way;

insert into placements.facility (id, name, name_key, type, state, registry_status, lifecycle, batch_id)
select bench.id('facility', s * 100 + t), 'Lugar ' || s || '-' || t, 'LUGAR ' || s || ' ' || t,
  (array['CCAN', 'EPA', 'EM', 'LH', 'OR', 'PTO', 'CASE'])[t], lpad(s::text, 2, '0'), 'UNREGISTERED', 'ACKNOWLEDGED', bench.id('batch', 2)
from generate_series(1, 32) s, generate_series(1, 7) t;

insert into placements.stay (id, child_id, facility_id, entered_at, left_at, batch_id)
select bench.id('stay', w.g), w.child_id, f.id, w.held_at, case when w.released_at < w.present then w.released_at end, bench.id('batch', 2)
from bench.way w, bench.choice c, placements.facility f
where f.state = w.state and f.type = bench.pick(c.places, bench.draw(w.g, 30)) and w.held_at < w.present;

insert into placements.stay (id, child_id, facility_id, entered_at, left_at, batch_id)
select bench.id('care', w.g), w.child_id, f.id, w.released_at,
  case when w.released_at + bench.draw(w.g, 31) * interval '300 days' < w.present then w.released_at + bench.draw(w.g, 31) * interval '300 days' end,
  bench.id('batch', 2)
from bench.way w join placements.facility f on f.state = w.state and f.type = 'CASE'
where w.goes_to_care and w.released_at < w.present;

insert into representation.protection_case (id, folio, child_id, state, notified_at, opened_at, status, batch_id)
select bench.id('case', g), 'PPNNA-' || g, child_id, state, null, opened_at, 'OPEN', bench.id('batch', 3)
from bench.way where notified_at is not null and opened_at < present;

insert into representation.determination (id, case_id, child_id, number, decided_at, outcome, authority, guarantees, batch_id)
select bench.id('determination', w.g), p.id, w.child_id, 'BID-' || w.g, w.decided_at, w.outcome, w.decided_by, '{}', bench.id('batch', 3)
from bench.way w join representation.protection_case p on p.id = bench.id('case', w.g) where w.decided_at < w.present;

insert into returns.executed_return (id, folio, child_id, state, departed_at, return_type, destination, batch_id)
select bench.id('return', g), 'RET-' || g, child_id, state, departed_at, return_type, nationality, bench.id('batch', 4)
from bench.way where departed_at < present;

set session_replication_role = origin;

-- The files that the facts came with: what no file ever told is answered by nothing, and not by 0.
insert into children.batch (id, feed, source, cutoff_on, file_name, sha256)
values (bench.id('batch', 1), 'detections', 'INM', '2026-11-25', 'bench', 'bench');

insert into placements.batch (id, feed, source, cutoff_on, file_name, sha256)
values (bench.id('batch', 2), 'stays', 'INM', '2026-11-25', 'bench', 'bench');

insert into representation.batch (id, feed, source, cutoff_on, file_name, sha256)
values (bench.id('batch', 3), 'protection-cases', 'PPNNA', '2026-11-25', 'bench', 'bench');

insert into returns.batch (id, feed, source, cutoff_on, file_name, sha256)
values (bench.id('batch', 4), 'executed-returns', 'INM', '2026-11-25', 'bench', 'bench');
