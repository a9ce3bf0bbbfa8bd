-- A sender can stand by rows that what is known speaks against, as a child handed over to a full place: the batch says that it did.
alter table children.batch add column is_confirmed boolean not null default false;
alter table oversight.batch add column is_confirmed boolean not null default false;
alter table placements.batch add column is_confirmed boolean not null default false;
alter table representation.batch add column is_confirmed boolean not null default false;
alter table returns.batch add column is_confirmed boolean not null default false;
