-- Five times a second each service looks whether anything waits, and mostly nothing does: a statement that finds that out is not to
-- take a lock, write a row or plan a fold for it.

-- Whether outbox.fold has anything to fold or to say of this service.
create function outbox.is_uncounted(of_service text) returns boolean language plpgsql stable as $$
declare
  is_uncounted boolean;
begin
  execute format('select exists (select from %I.delta)', of_service) into is_uncounted;
  if is_uncounted or exists (select from outbox.uncounted_batch u where u.service = of_service) then
    return true;
  end if;
  if of_service = 'oversight' then
    return exists (select from oversight.feed_batch where awaits_count and is_counted);
  end if;
  return false;
end $$;

-- As they were, but that they look first: at the end of an index, for what was taken from a table lies in it until it is vacuumed.
do $$
begin
  execute replace(pg_get_functiondef('outbox.number_pending(int)'::regprocedure), $was$begin
  if not pg_try_advisory_xact_lock($was$, $is$begin
  if (select min(id) from outbox.pending) is null then
    return 0;
  end if;
  if not pg_try_advisory_xact_lock($is$);
  execute replace(pg_get_functiondef('stream.number_steps(int)'::regprocedure), $was$begin
  if not pg_try_advisory_xact_lock($was$, $is$begin
  if (select min(step_id) from stream.alert_waiting) is null then
    return 0;
  end if;
  if not pg_try_advisory_xact_lock($is$);
end $$;
