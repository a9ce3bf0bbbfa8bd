-- Where a place lies, and its door, stand sealed too: a foster home is found by them. Whose places are whose and in which state they
-- are stays in plain words, for that is what is counted.
create table placements.data_key (
  id uuid not null,
  facility_id uuid not null,
  wrapped text,
  destroyed_at timestamptz(3),
  constraint data_key_pkey primary key (id),
  constraint data_key_is_there_or_destroyed check ((wrapped is null) = (destroyed_at is not null))
);
create index data_key_facility_id_idx on placements.data_key (facility_id);
grant select, insert, update, delete, truncate on placements.data_key to vigia_placements;
grant select on placements.data_key to vigia_placements_reader;

insert into outbox.unsealed
select 'placements.facility', id, id, jsonb_build_object('latitude', latitude::text, 'longitude', longitude::text)
from placements.facility where latitude is not null;
insert into outbox.unsealed
select 'placements.facility_record', id, facility_id, jsonb_build_object('address', address) from placements.facility_record where address is not null;

alter table placements.facility drop column latitude, drop column longitude, add column sealed text, add column mark text;
alter table placements.facility_record drop column address, add column sealed text, add column mark text;
