-- A head that waits and was not tried yet becomes the newest of its chain in its own row, and what was told of heads goes after seven days: a row
-- and its tries for each minute, chain and endpoint grew without end. The heads themselves stay in the chain, and with the witness.
create index webhook_delivery_head_done_idx on oversight.webhook_delivery (head_service, done_at) where kind = 'HEAD';
create or replace function oversight.enqueue_heads() returns trigger language plpgsql as $$
begin
  with gone as (
    delete from oversight.webhook_delivery d
    where d.kind = 'HEAD' and d.head_service = new.service and d.done_at < new.at - interval '7 days' returning d.id
  )
  delete from oversight.webhook_attempt a using gone where a.delivery_id = gone.id;
  update oversight.webhook_delivery d set head_seq = new.seq, place = new.seq, created_at = new.at, next_at = new.at
  where d.kind = 'HEAD' and d.head_service = new.service and d.state = 'WAITING' and d.attempts = 0 and d.claimed_until <= new.at;
  insert into oversight.webhook_delivery (endpoint_id, kind, head_service, head_seq, lane, place, created_at, next_at, claimed_until)
  select e.id, 'HEAD', new.service, new.seq, 'head ' || new.service, new.seq, new.at, new.at, '-infinity'
  from oversight.webhook_endpoint e where e.status = 'ACTIVE' and e.audit_heads
  on conflict do nothing;
  return null;
end $$;
