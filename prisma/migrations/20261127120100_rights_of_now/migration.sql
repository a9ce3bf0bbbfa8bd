-- Whatever changes the rights of an account ends all that it holds, whoever changes them: no statement can forget it, and no token keeps
-- what its account has no more.
create function sessions.end_with_rights() returns trigger language plpgsql as $$
begin
  if (new.actor, new.issuer) is distinct from (old.actor, old.issuer) and new.epoch = old.epoch then
    new.epoch := old.epoch + 1;
    new.revoked_at := clock_timestamp();
    perform pg_notify('vigia_sessions', '');
  end if;
  return new;
end $$;
create trigger end_with_rights before update of actor, issuer on sessions.subject
  for each row execute function sessions.end_with_rights();
