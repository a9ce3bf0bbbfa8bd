-- An owner has one open alert of a kind and subject in a state: where it turns out to be of another, it ends in the one and is raised in the
-- other by one statement, so that whoever is told by state is told of both.
drop index oversight.alert_open;
create unique index alert_open on oversight.alert (about, owner, kind, subject, state) where resolved_at is null;
