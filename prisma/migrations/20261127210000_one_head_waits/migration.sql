-- The newest head took the place of each that waited untried at an endpoint, and there may be two: one that was in hand when its program ended,
-- and the one that came meanwhile. Both became the same head, which their key refuses, and with it the head itself: none of that chain was
-- kept any more while the two waited, be it that nobody tells or that the endpoint is disabled. It takes the place of the last one, and
-- what waits untried before that goes. The rest as it was (20261127190400_heads_in_place).
create or replace function oversight.enqueue_heads() returns trigger language plpgsql as $$
begin
  with gone as (
    delete from oversight.webhook_delivery d
    where d.kind = 'HEAD' and d.head_service = new.service and d.done_at < new.at - interval '7 days' returning d.id
  )
  delete from oversight.webhook_attempt a using gone where a.delivery_id = gone.id;
  delete from oversight.webhook_delivery d
  where d.kind = 'HEAD' and d.head_service = new.service and d.done_at is null and d.state = 'WAITING' and d.attempts = 0
    and d.claimed_until <= new.at and exists (select from oversight.webhook_delivery later
      where later.endpoint_id = d.endpoint_id and later.lane = d.lane and later.state = 'WAITING' and later.place > d.place);
  update oversight.webhook_delivery d set head_seq = new.seq, place = new.seq, created_at = new.at, next_at = new.at
  where d.kind = 'HEAD' and d.head_service = new.service and d.done_at is null and d.state = 'WAITING' and d.attempts = 0
    and d.claimed_until <= new.at and not exists (select from oversight.webhook_delivery later
      where later.endpoint_id = d.endpoint_id and later.lane = d.lane and later.state = 'WAITING' and later.place > d.place);
  insert into oversight.webhook_delivery (endpoint_id, kind, head_service, head_seq, lane, place, created_at, next_at, claimed_until)
  select e.id, 'HEAD', new.service, new.seq, 'head ' || new.service, new.seq, new.at, new.at, '-infinity'
  from oversight.webhook_endpoint e where e.status = 'ACTIVE' and e.audit_heads
  on conflict do nothing;
  return null;
end $$;
