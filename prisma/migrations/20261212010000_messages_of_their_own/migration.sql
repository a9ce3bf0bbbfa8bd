-- A database that is put back gives numbers of steps anew that it had given before, to other alerts. A receiver removes repeats by
-- `webhook-id`, which was made of such a number: what it had taken under it before hid the later alert from it. So each message is given a
-- mark, which nobody gives twice. What is there already keeps the id under which it was sent, and has none.

create function oversight.new_mark() returns text language sql volatile as $$
  select left(replace(gen_random_uuid()::text, '-', ''), 12)
$$;
alter table oversight.webhook_delivery add column mark text not null default '';
alter table oversight.webhook_delivery alter column mark set default oversight.new_mark();
