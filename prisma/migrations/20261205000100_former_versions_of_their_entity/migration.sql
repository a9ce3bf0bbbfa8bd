-- Former versions are looked up by their row and its table. By an index of the row alone, where nothing was counted of the table yet, the
-- planner held against it all that a partial index of the same table has: for each row of a file all former versions of its kind were read.
create index former_version_entity_id_entity_idx on children.former_version (entity_id, entity);
drop index children.former_version_entity_id_idx;
create index former_version_entity_id_entity_idx on oversight.former_version (entity_id, entity);
drop index oversight.former_version_entity_id_idx;
create index former_version_entity_id_entity_idx on placements.former_version (entity_id, entity);
drop index placements.former_version_entity_id_idx;
create index former_version_entity_id_entity_idx on representation.former_version (entity_id, entity);
drop index representation.former_version_entity_id_idx;
create index former_version_entity_id_entity_idx on returns.former_version (entity_id, entity);
drop index returns.former_version_entity_id_idx;
