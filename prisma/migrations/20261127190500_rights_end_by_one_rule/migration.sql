-- That all which an account holds ends with its rights stood in the statement of a sign-in too (20261127120100_rights_of_now). It is this rule's
-- alone now: at a sign-in from its moment on, so that what begins with it goes on; whoever else changes the rights, from now on.
create or replace function sessions.end_with_rights() returns trigger language plpgsql as $$
begin
  if (new.actor, new.issuer) is distinct from (old.actor, old.issuer) and new.epoch = old.epoch then
    new.epoch := old.epoch + 1;
    new.revoked_at := case when new.signed_in_at is distinct from old.signed_in_at then new.signed_in_at else clock_timestamp() end;
    perform pg_notify('vigia_sessions', '');
  end if;
  return new;
end $$;
