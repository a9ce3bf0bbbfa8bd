-- Whoever is turned out has nothing open, and so it stays. A sign-in with other rights moved that end to its own moment, which the gateway takes
-- before it writes and by its own clock: what had been opened between the two was open again. An end is never put earlier.
create or replace function sessions.end_with_rights() returns trigger language plpgsql as $$
begin
  if (new.actor, new.issuer) is distinct from (old.actor, old.issuer) and new.epoch = old.epoch then
    new.epoch := old.epoch + 1;
    new.revoked_at := greatest(old.revoked_at,
      case when new.signed_in_at is distinct from old.signed_in_at then new.signed_in_at else clock_timestamp() end);
    perform pg_notify('vigia_sessions', '');
  end if;
  return new;
end $$;
