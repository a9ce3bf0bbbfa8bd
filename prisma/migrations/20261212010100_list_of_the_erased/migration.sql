-- Whether there is a list of the erased beside this registry: from then on one that is not there was lost, or forgotten where a backup was
-- put back, and is no list of nobody.
alter table outbox.sealing add column has_list_of_erased boolean not null default false;
