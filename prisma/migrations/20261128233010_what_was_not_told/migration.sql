-- Of an endpoint what was given up and what was withheld is counted and listed, and is little beside what was told: it was looked for in all
-- that had ever been sent there, each time an owner looked at his endpoints or did anything with one.
create index webhook_delivery_not_told_idx on oversight.webhook_delivery (endpoint_id, created_at desc, id desc)
  where state in ('DEAD', 'WITHHELD');
