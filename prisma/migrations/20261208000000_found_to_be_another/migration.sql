-- A child whose finds were withdrawn and came again as of another is that other one: the find says who it was taken for before, so that whoever
-- holds facts of nobody puts them where their rows would be joined today.
alter table children.detection add column child_before uuid;
alter table placements.identifier_ref add column child_before uuid;
alter table representation.identifier_ref add column child_before uuid;
alter table returns.identifier_ref add column child_before uuid;
create index taken_for_another on placements.identifier_ref (child_before) where child_before is not null;
create index taken_for_another on representation.identifier_ref (child_before) where child_before is not null;
create index taken_for_another on returns.identifier_ref (child_before) where child_before is not null;

-- Of whom it was so before. Nothing is told anew by this, and so no event.
alter table children.detection disable trigger user;
with was as (
  select distinct former ->> 'acta' as acta, (former ->> 'child_id')::uuid as child_id from children.former_version where entity = 'detection'
)
update children.detection d set child_before = w.child_id
from was w
where w.acta = d.acta and w.child_id <> d.child_id and not exists (select from children.child c where c.id = w.child_id)
  and not exists (
    select from was o where o.child_id = w.child_id
      and not exists (select from children.detection e where e.acta = o.acta and e.child_id = d.child_id));
alter table children.detection enable trigger user;
update placements.identifier_ref r set child_before = d.child_before from children.detection d
where d.id = r.identifier_id and d.child_before is not null;
update representation.identifier_ref r set child_before = d.child_before from children.detection d
where d.id = r.identifier_id and d.child_before is not null;
update returns.identifier_ref r set child_before = d.child_before from children.detection d
where d.id = r.identifier_id and d.child_before is not null;
