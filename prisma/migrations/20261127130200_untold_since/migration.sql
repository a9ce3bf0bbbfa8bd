-- Since when the oldest of what happened to alerts waits for its place in the stream; moments are no waiting.
create function stream.untold_since() returns timestamptz language sql stable security definer set search_path = pg_catalog as $$
  select min(at) from stream.alert_waiting where at < now() - interval '10 seconds'
$$;
revoke all on function stream.untold_since from public;
grant execute on function stream.untold_since to vigia_oversight;
