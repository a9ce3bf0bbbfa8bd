-- What somebody let be taken out, who was turned out since or has other rights, is not let be taken out any more: as with what he has opened
-- (openings.live), nobody knows whether it was he.
create view exports.approval_that_holds as
  select e.id, e.approved_at from exports.export e
  where e.approved_at is not null and not exists (
    select from sessions.subject s where s.sub = e.approved_by and s.revoked_at > e.approved_at);

revoke all on exports.approval_that_holds from public;
grant select on exports.approval_that_holds to vigia_gateway;
