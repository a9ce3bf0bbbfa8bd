-- The last detection of an acta that was withdrawn: one look for each row of a file. By the acta alone the planner went through all former
-- versions from the newest back, for every acta that nobody had ever withdrawn.
drop index children.former_actas;
create index former_actas on children.former_version ((former ->> 'acta'), id) where entity = 'detection';
