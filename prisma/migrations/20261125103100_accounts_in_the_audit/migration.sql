-- What happens to accounts, sessions and keys is in the audit too, in the chain of the gateway: whatever changes a row here adds its
-- entry in the same transaction, also an administrator's command. A session is named by the beginning of its hash, which opens nothing.
create function sessions.tell_audit(act text, what text, key text, subject text, actor jsonb) returns void
  language sql security definer set search_path = pg_catalog as $$
  select audit.record('gateway', act, coalesce(key, what), subject, coalesce(actor ->> 'role', 'none'), actor ->> 'org',
    case when jsonb_typeof(actor -> 'states') = 'array' then array(select jsonb_array_elements_text(actor -> 'states')) end,
    array[what], '{}', '{}', null, 0, ''::bytea, ''::bytea, null)
$$;

create function sessions.tell_session() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  key text := 'session ' || left(encode(new.id_hash, 'hex'), 16);
begin
  if tg_op = 'INSERT' then
    perform sessions.tell_audit('SIGN_IN', 'session.begin', key, new.sub, new.actor);
  elsif old.ended_at is null and new.ended_at is not null then
    perform sessions.tell_audit('SIGN_OUT', 'session.end', key, new.sub, new.actor);
  end if;
  return null;
end $$;
create trigger tell_audit after insert or update of ended_at on sessions.session for each row execute function sessions.tell_session();

create function sessions.tell_token() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    perform sessions.tell_audit('KEY', 'token.make', 'token ' || new.id, new.sub, new.actor);
  elsif old.revoked_at is null and new.revoked_at is not null then
    perform sessions.tell_audit('KEY', 'token.revoke', 'token ' || new.id, new.sub, new.actor);
  end if;
  return null;
end $$;
create trigger tell_audit after insert or update of revoked_at on sessions.personal_token
  for each row execute function sessions.tell_token();

-- All that a subject holds ends: it was turned out, or has other rights since.
create function sessions.tell_subject() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (tg_op = 'INSERT' and new.revoked_at is not null) or (tg_op = 'UPDATE' and new.epoch > old.epoch) then
    perform sessions.tell_audit('SIGN_OUT', 'session.revoke', null, new.sub, new.actor);
  end if;
  return null;
end $$;
create trigger tell_audit after insert or update of epoch on sessions.subject for each row execute function sessions.tell_subject();

revoke all on function sessions.tell_audit, sessions.tell_session, sessions.tell_token, sessions.tell_subject from public;
