-- When a system first took a message. Asking for it again opens the message anew, and what was told stays told: it is the proof that
-- dutyToKnow gives. Of messages that were asked for again before, the tries say when they were taken.
alter table oversight.webhook_delivery add column told_at timestamptz(3);
update oversight.webhook_delivery d set told_at = coalesce(
  (select min(a.at) from oversight.webhook_attempt a where a.delivery_id = d.id and a.fault is null),
  case when d.state = 'DELIVERED' then d.done_at end);
