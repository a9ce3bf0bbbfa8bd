-- What a program that counts live would have: without them the held count alone takes 275 ms instead of 5 (performance.md 7).
create index bench_stay_open on placements.stay (facility_id, entered_at) where left_at is null;
create index bench_detection_notified on children.detection (child_id, ppnna_notified_at, state) where ppnna_notified_at is not null;
create index bench_return_departed on returns.executed_return (((departed_at at time zone 'America/Mexico_City')::date));
