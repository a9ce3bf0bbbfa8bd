-- What the services keep of each other, as their followers would have written it, then everything that is counted: by the
-- product's own refresh functions, triggers and fold. The counters tell the other services nothing here.
insert into placements.child_ref select id, folio, state, first_detected_at, nationality, age_group, accompaniment from children.child;
insert into representation.child_ref select id, folio, state, first_detected_at, nationality, age_group, accompaniment from children.child;
insert into returns.child_ref select id, folio, state, first_detected_at, nationality, age_group, accompaniment from children.child;
insert into representation.notice_ref (detection_id, child_id, state, notified_at)
select id, child_id, state, ppnna_notified_at from children.detection where ppnna_notified_at is not null;
insert into placements.notice_ref (detection_id, child_id, state)
select id, child_id, state from children.detection where ppnna_notified_at is not null;
insert into returns.detection_ref (detection_id, child_id, detected_at, state, notified_at)
select id, child_id, detected_at, state, ppnna_notified_at from children.detection;
insert into children.case_ref (case_id, child_id, state) select id, child_id, state from representation.protection_case;
insert into placements.case_ref select * from children.case_ref;
insert into returns.case_ref select * from children.case_ref;
insert into children.place_ref (facility_id, state) select id, state from placements.facility;
insert into representation.place_ref select * from children.place_ref;
insert into returns.place_ref select * from children.place_ref;
insert into children.stay_ref (stay_id, child_id, facility_id, left_at)
select id, child_id, facility_id, left_at from placements.stay where left_at is null or left_at > now() - interval '90 days';
insert into representation.stay_ref select * from children.stay_ref;
insert into returns.stay_ref select * from children.stay_ref;
insert into returns.determination_ref (determination_id, child_id, decided_at, outcome, authority)
select id, child_id, decided_at, outcome, authority from representation.determination;
analyze;

alter table placements.day_counter disable trigger user;
alter table representation.day_counter disable trigger user;
alter table returns.day_counter disable trigger user;
