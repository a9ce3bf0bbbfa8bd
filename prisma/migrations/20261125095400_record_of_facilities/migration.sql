-- What the registry of centres holds of a place beside its name and kind (LGDNNA art. 112; domain.md 3.4). A table of its own,
-- written only where a list tells something of it.
create table placements.facility_record (
  id uuid not null default outbox.new_id(),
  facility_id uuid not null,
  registry_number text,
  address text,
  legal_figure text,
  regime text,
  director text,
  funding text,
  gazetted_on date,
  places_girls_under_12 integer,
  places_boys_under_12 integer,
  places_girls_from_12 integer,
  places_boys_from_12 integer,
  batch_id uuid not null,
  line integer,
  recorded_at timestamptz(3) not null default current_timestamp,
  constraint facility_record_pkey primary key (id)
);
create unique index facility_record_facility_id_key on placements.facility_record (facility_id);
create index facility_record_batch_id_idx on placements.facility_record using brin (batch_id);
alter table placements.facility_record
  add constraint facility_record_facility_id_fkey foreign key (facility_id) references placements.facility (id)
    on delete cascade on update cascade,
  add constraint facility_record_places_are_numbers check (
    least(places_girls_under_12, places_boys_under_12, places_girls_from_12, places_boys_from_12) >= 0),
  add constraint facility_record_regime_is_known check (
    regime in ('OPEN', 'SEMI_OPEN', 'CLOSED')),
  add constraint facility_record_legal_figure_is_known check (
    legal_figure in ('FEDERAL_BODY', 'STATE_BODY', 'MUNICIPAL_BODY', 'CIVIL_ASSOCIATION', 'PRIVATE_CHARITY',
      'RELIGIOUS_ASSOCIATION', 'NONE', 'OTHER'));

create trigger a_tell_insert after insert on placements.facility_record referencing new table as new_rows
  for each statement execute function outbox.tell_of_place('facility_record');
create trigger a_tell_update after update on placements.facility_record referencing old table as old_rows new table as new_rows
  for each statement execute function outbox.tell_of_place('facility_record');
create trigger a_tell_delete after delete on placements.facility_record referencing old table as old_rows
  for each statement execute function outbox.tell_of_place('facility_record');
grant select, insert, update, delete, truncate on placements.facility_record to vigia_placements;
