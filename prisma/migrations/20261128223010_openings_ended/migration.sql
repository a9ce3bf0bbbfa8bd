-- Whoever is turned out, or gets other rights, has nothing open from then on (openings.live). His openings told until when they would
-- have been open all the same, to the second person who signs and to the ombudsperson: as if somebody still read that record.
create view openings.ended as
  select o.id, s.revoked_at as at from openings.opening o join sessions.subject s on s.sub = o.subject
  where s.revoked_at > o.at and s.revoked_at < o.until;

revoke all on openings.ended from public;
grant select on openings.ended to vigia_children;
