-- An end of rights at a sign-in is by the clock of the gateway, cut to the millisecond; an approval is by that of the database, rounded to it. Of
-- two that are so near it cannot be told which came first: the approval does not hold.
create or replace view exports.approval_that_holds as
  select e.id, e.approved_at from exports.export e
  where e.approved_at is not null and not exists (
    select from sessions.subject s where s.sub = e.approved_by and s.revoked_at > e.approved_at - interval '2 milliseconds');
