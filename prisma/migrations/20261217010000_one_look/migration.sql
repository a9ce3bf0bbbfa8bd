-- Five times a second each service looks for what it has to do, by three statements that mostly find nothing. It looks once now.

-- Whether facts wait for their number, for those who may not read which.
create function outbox.is_pending() returns boolean language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- At the end of an index: what was taken from the table lies in it until it is vacuumed.
  return (select min(id) from outbox.pending) is not null;
end $$;
revoke all on function outbox.is_pending() from public;
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function outbox.is_pending() to %I', 'vigia_' || service);
  end loop;
end $$;

-- As it was, by statements that keep their plans: one that is put together is planned each time.
create or replace function outbox.is_uncounted(of_service text) returns boolean language plpgsql stable as $$
begin
  if exists (select from outbox.uncounted_batch u where u.service = of_service) then
    return true;
  end if;
  case of_service
    when 'children' then return exists (select from children.delta);
    when 'placements' then return exists (select from placements.delta);
    when 'representation' then return exists (select from representation.delta);
    when 'returns' then return exists (select from returns.delta);
    when 'oversight' then return exists (select from oversight.delta)
      or exists (select from oversight.feed_batch where awaits_count and is_counted);
  end case;
end $$;
