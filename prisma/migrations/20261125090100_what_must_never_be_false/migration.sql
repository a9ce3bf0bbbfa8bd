-- What must never be false is also a constraint: the rules give the kind sentence, these hold against every writer.
create extension if not exists btree_gist;

do $$
declare
  place record;
begin
  for place in
    select table_schema, table_name from information_schema.columns
    where column_name = 'state' and table_schema in ('children', 'placements', 'representation', 'returns', 'oversight')
  loop
    execute format(
      'alter table %I.%I add constraint %I check (state ~ ''^(0[1-9]|[12][0-9]|3[0-2])$'')',
      place.table_schema, place.table_name, place.table_name || '_state_is_known');
  end loop;
end $$;

alter table children.detection
  add constraint detection_of_a_child check (age is null or age between 0 and 17),
  add constraint detection_not_before_registry check (detected_at >= '2000-01-01');
alter table children.child add constraint child_born_before_found check (born_on is null or born_on <= first_detected_at);
alter table children.migration_document
  add constraint document_expires_after_issue check (expires_on is null or issued_on is null or expires_on >= issued_on);

-- No child is in two places at once (LGDNNA art. 112: one register a centre, one child a bed).
alter table placements.stay
  add constraint stay_ends_after_it_starts check (left_at is null or left_at >= entered_at),
  add constraint stays_of_a_child_do_not_overlap
    exclude using gist (child_id with =, tstzrange(entered_at, left_at, '[)') with &&);
alter table placements.facility
  add constraint facility_closes_after_it_opens check (closed_on is null or opened_on is null or closed_on >= opened_on),
  add constraint facility_capacity_is_a_number check (capacity is null or capacity >= 0),
  add constraint facility_lies_in_mexico check (
    (latitude is null and longitude is null)
    or (latitude between 14 and 33 and longitude between -119 and -86));

alter table representation.protection_case
  add constraint case_closes_after_it_opens check (closed_at is null or closed_at >= opened_at);
alter table representation.representation
  add constraint representation_ends_after_it_starts check (ended_on is null or ended_on >= started_on);
alter table representation.counsel_request
  add constraint answer_after_request check (answered_on is null or answered_on >= requested_on);

alter table outbox.registry add constraint registry_is_one_row check (id = 1);
insert into outbox.registry (id) values (1);
