-- Who denied a child counsel of its own (domain.md 3.12), and why a claim of asylum was given up (domain.md 2.1, row 13). What no file
-- tells is unknown. Each is of its answer, of its situation, and goes with it.
alter table representation.counsel_request
  add column denied_by text constraint counsel_request_denied_by_is_known check (denied_by in ('PPNNA', 'CENTRE', 'COMAR', 'INM')),
  add constraint denied_by_somebody_when_denied check (denied_by is null or answer is not distinct from 'DENIED');

alter table children.asylum_claim
  add column ended_for text constraint asylum_claim_ended_for_is_known check (ended_for in
    ('RETURNS_HOME', 'GOES_ON', 'JOINS_FAMILY', 'TOO_LONG', 'HELD', 'NO_COUNSEL', 'FEAR', 'MISSED', 'OTHER', 'NOT_SAID')),
  add constraint ended_for_a_reason_when_given_up check (ended_for is null or status in ('WITHDRAWN', 'ABANDONED'));
