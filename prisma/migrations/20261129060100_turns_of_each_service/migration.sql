-- Who of a service counts, tells its facts to the ledger, settles what INM claims or writes letters was decided by advisory locks too
-- (20261129060000_turns_of_the_owner): held by the login of another service they stopped counting, following and letters in all of them, and
-- nothing said so. Each is a turn of its service now, which its own login takes, and no other.
insert into sec.turn (name)
  select what || '.' || service from unnest(array['ledger', 'tick']) what,
    unnest(array['children', 'placements', 'representation', 'returns', 'oversight']) service;
insert into sec.turn (name) values ('claims.oversight'), ('letters.oversight');

create function sec.refuse_turn_of_others(service text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if session_user like 'vigia\_%' and session_user <> 'vigia_' || service then
    raise exception 'A turn of % is not taken by %', service, session_user using errcode = '42501';
  end if;
end $$;

-- False while it is somebody else's.
create function sec.takes_turn_of(service text, what text) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform sec.refuse_turn_of_others(service);
  return sec.takes_turn(what || '.' || service);
end $$;

-- Until it is nobody else's.
create function sec.waits_for_turn_of(service text, what text) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform sec.refuse_turn_of_others(service);
  perform from sec.turn t where t.name = what || '.' || service for update;
  if not found then
    raise exception 'There is no turn % of %', what, service;
  end if;
end $$;

revoke all on function sec.refuse_turn_of_others(text), sec.takes_turn_of(text, text), sec.waits_for_turn_of(text, text) from public;
grant execute on function sec.takes_turn_of(text, text), sec.waits_for_turn_of(text, text)
  to vigia_children, vigia_placements, vigia_representation, vigia_returns, vigia_oversight;

create or replace function outbox.lock_ledger(service text) returns void language plpgsql volatile as $$
begin
  perform sec.waits_for_turn_of(service, 'ledger');
end $$;

do $patch$
declare
  was constant text := $was$perform pg_advisory_xact_lock(hashtext('vigia.claims'));$was$;
  as_it_was constant text := pg_get_functiondef('oversight.settle_claims()'::regprocedure);
begin
  if position(was in as_it_was) = 0 then
    raise exception 'oversight.settle_claims() is not as it was';
  end if;
  execute replace(as_it_was, was, $is$perform sec.waits_for_turn_of('oversight', 'claims');$is$);
end $patch$;
