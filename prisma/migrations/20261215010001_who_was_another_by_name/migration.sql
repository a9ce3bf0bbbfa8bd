-- Whoever names a child by the id or folio of whom it was taken for before finds it (children/src/store/child-named.ts): few were.
create index taken_for_another on children.detection (child_before) where child_before is not null;
