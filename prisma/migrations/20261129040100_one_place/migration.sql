-- A place known by its key alone and one known by its name alone may be told to be one. The first stays as it was told, and is counted no
-- more: its stays and visits stand with the second, and it is remembered of each that it was told of the first. Once nobody says any longer
-- that they are one (the file that did is withdrawn), each stands where it was told.
alter table placements.facility
  add column same_as uuid,
  add constraint facility_same_as_fkey foreign key (same_as) references placements.facility (id) on delete no action on update no action,
  add constraint facility_is_not_itself check (same_as <> id);
create index facility_same_as_idx on placements.facility (same_as);

create table placements.told_of (
  fact_id uuid not null,
  facility_id uuid not null,
  constraint told_of_pkey primary key (fact_id)
);
create index told_of_facility_id_idx on placements.told_of (facility_id);
grant select, insert, update, delete, truncate on placements.told_of to vigia_placements;

create function placements.stand_as_told() returns trigger language plpgsql as $$
declare
  place constant uuid := coalesce(new.same_as, new.id);
begin
  if new.same_as is not null then
    insert into placements.told_of (fact_id, facility_id)
    select id, new.id from placements.stay where facility_id = new.id
    union all select id, new.id from placements.inspection where facility_id = new.id
    on conflict (fact_id) do nothing;
  end if;
  update placements.stay s set facility_id = place from placements.told_of t
  where t.facility_id = new.id and s.id = t.fact_id and s.facility_id <> place;
  update placements.inspection i set facility_id = place from placements.told_of t
  where t.facility_id = new.id and i.id = t.fact_id and i.facility_id <> place;
  if new.same_as is null then
    delete from placements.told_of where facility_id = new.id;
  end if;
  return null;
end $$;
create trigger c_stand_as_told after update of same_as on placements.facility
  for each row when (old.same_as is distinct from new.same_as) execute function placements.stand_as_told();

-- A former version names the place of before: put back, the fact stands with the one that it was told to be.
create function placements.stand_with_its_place() returns trigger language plpgsql as $$
declare
  place constant uuid := (select same_as from placements.facility where id = new.facility_id);
begin
  if place is not null then
    insert into placements.told_of (fact_id, facility_id) values (new.id, new.facility_id) on conflict (fact_id) do nothing;
    new.facility_id := place;
  end if;
  return new;
end $$;
create trigger stand_with_its_place before update of facility_id on placements.stay
  for each row when (old.facility_id is distinct from new.facility_id) execute function placements.stand_with_its_place();
create trigger stand_with_its_place before update of facility_id on placements.inspection
  for each row when (old.facility_id is distinct from new.facility_id) execute function placements.stand_with_its_place();

create function placements.forget_told_of() returns trigger language plpgsql as $$
begin
  delete from placements.told_of t using old_rows o where t.fact_id = o.id;
  return null;
end $$;
create trigger d_forget_told_of after delete on placements.stay
  referencing old table as old_rows for each statement execute function placements.forget_told_of();
create trigger d_forget_told_of after delete on placements.inspection
  referencing old table as old_rows for each statement execute function placements.forget_told_of();
