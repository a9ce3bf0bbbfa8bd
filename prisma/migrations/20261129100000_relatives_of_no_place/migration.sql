-- A relative of whom no file told where it is stood under the mark of that word; it stands under none since a row that tells the place finds
-- it by that (services/children/src/intake/same-relative.ts). Marks are made with a key that the database never has: the next start finds
-- those of before, and says here that it has.
alter table outbox.sealing add column is_nowhere_blank boolean not null default true;
update outbox.sealing set is_nowhere_blank = false;
