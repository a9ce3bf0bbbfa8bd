-- Signed heads of the audit are sent to the ombudspersons' endpoints that ask for them (security.md 4): an outside witness that has to fetch
-- them is one that may be late. A message of its own kind, owed by a row like any other, enqueued in the transaction that keeps the head.
alter table oversight.webhook_endpoint add column audit_heads boolean not null default false;
alter table oversight.webhook_delivery add column head_service text, add column head_seq bigint;
create unique index webhook_delivery_head_key on oversight.webhook_delivery (endpoint_id, head_service, head_seq) where kind = 'HEAD';

-- Each chain is a lane. While a receiver is away the newest head of a chain takes the place of one that waits and was not tried yet: it
-- stands for all before it. Jobs are added by whoever looks for lanes that are due.
create function oversight.enqueue_heads() returns trigger language plpgsql as $$
begin
  update oversight.webhook_delivery d set state = 'WITHHELD', reason = 'SUPERSEDED', done_at = new.at
  where d.kind = 'HEAD' and d.head_service = new.service and d.state = 'WAITING' and d.attempts = 0 and d.claimed_until <= new.at;
  insert into oversight.webhook_delivery (endpoint_id, kind, head_service, head_seq, lane, place, created_at, next_at, claimed_until)
  select e.id, 'HEAD', new.service, new.seq, 'head ' || new.service, new.seq, new.at, new.at, '-infinity'
  from oversight.webhook_endpoint e where e.status = 'ACTIVE' and e.audit_heads
  on conflict do nothing;
  return null;
end $$;
create trigger enqueue_heads after insert on audit.head for each row execute function oversight.enqueue_heads();
