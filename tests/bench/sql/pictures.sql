-- What the services keep of each other, as their followers would have written it, then everything that is counted: by the
-- product's own refresh functions, triggers and fold. The counters tell the other services nothing here.
insert into placements.child_ref select id, folio, state, first_detected_at, nationality, age_group, accompaniment from children.child;
insert into representation.child_ref select id, folio, state, first_detected_at, nationality, age_group, accompaniment from children.child;
insert into returns.child_ref select id, folio, state, first_detected_at, nationality, age_group, accompaniment from children.child;
insert into representation.notice_ref (detection_id, child_id, state, notified_at)
select id, child_id, state, ppnna_notified_at from children.detection where ppnna_notified_at is not null;
insert into returns.detection_ref (detection_id, child_id, detected_at) select id, child_id, detected_at from children.detection;
insert into returns.determination_ref (determination_id, child_id, decided_at, outcome, authority)
select id, child_id, decided_at, outcome, authority from representation.determination;
analyze;

alter table placements.day_counter disable trigger user;
alter table representation.day_counter disable trigger user;
alter table returns.day_counter disable trigger user;
