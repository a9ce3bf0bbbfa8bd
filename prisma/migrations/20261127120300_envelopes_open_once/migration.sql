-- Which envelopes a service has opened, whichever of its processes: known to one process alone, an envelope that somebody has copied would
-- open at another of them once more. Nothing of it outlasts the server, nor need it: an envelope is good for half a minute either way.
create unlogged table sec.opened_envelope (
  service text not null,
  number text not null,
  at timestamptz not null default clock_timestamp(),
  constraint opened_envelope_pkey primary key (service, number)
) with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
create index opened_envelope_at_idx on sec.opened_envelope (service, at);

-- Of these numbers, those that nobody has used before; a second is told so however close behind the first it comes. Forgets, when it is
-- asked to, what no envelope can come with any more.
create function sec.first_opened(numbers text[], is_to_forget boolean) returns setof text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  of_service constant text := replace(session_user, 'vigia_', '');
begin
  if is_to_forget then
    delete from sec.opened_envelope o where o.service = of_service and o.at < clock_timestamp() - interval '61 seconds';
  end if;
  return query insert into sec.opened_envelope (service, number) select of_service, n from unnest(numbers) n
    on conflict do nothing returning number;
end $$;
revoke all on function sec.first_opened from public;
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant usage on schema sec to %I', 'vigia_' || service);
    execute format('grant execute on function sec.first_opened to %I', 'vigia_' || service);
  end loop;
end $$;
