-- Of several processes one chains the audit of a service, one numbers events, one numbers the steps of alerts. Who it is an advisory lock
-- decided, which is anybody's to hold who has a login at all: a statement that got into a reader's held it for as long as that connection
-- lived, in every service, and nothing said that no alarm of the audit and no alert was raised meanwhile. A row decides now, in a table of
-- which no login has any right: to lock it, one has to come by these functions.
create table sec.turn (name text not null, constraint turn_pkey primary key (name));
insert into sec.turn (name) values ('events'), ('alerts'), ('audit.bulk'), ('audit.children'), ('audit.placements'),
  ('audit.representation'), ('audit.returns'), ('audit.oversight'), ('audit.gateway');

-- Whether it is the asker's until its transaction ends: false while it is somebody else's.
create function sec.takes_turn(turn text) returns boolean language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform from sec.turn t where t.name = turn for update skip locked;
  return found;
end $$;
revoke all on function sec.takes_turn(text) from public;

-- As they were, but for that. The audit looks first whether anything waits, each second: a turn that is taken writes.
do $patch$
declare
  patch record;
  as_it_was text;
begin
  for patch in select * from (values
    ('audit.chain(text, int)', $was$if not pg_try_advisory_xact_lock(hashtext('vigia.audit.' || audit.speaking_for(of_service))) then$was$,
      $is$perform audit.speaking_for(of_service);
  if not exists (select from audit.unlinked u where u.service = of_service) then
    linked := 0;
    return;
  end if;
  if not sec.takes_turn('audit.' || of_service) then$is$),
    ('audit.opened_in_bulk(text, bigint[])', $was$perform pg_advisory_xact_lock(hashtext('vigia.audit.bulk'));$was$,
      $is$perform from sec.turn t where t.name = 'audit.bulk' for update;$is$),
    ('outbox.number_pending(int)', $was$if not pg_try_advisory_xact_lock(hashtext('vigia.sequencer')) then$was$,
      $is$if not sec.takes_turn('events') then$is$),
    ('stream.number_steps(int)', $was$if not pg_try_advisory_xact_lock(hashtext('vigia.alert_sequencer')) then$was$,
      $is$if not sec.takes_turn('alerts') then$is$)
  ) patches (of, was, becomes)
  loop
    as_it_was := pg_get_functiondef(patch.of::regprocedure);
    if position(patch.was in as_it_was) = 0 then
      raise exception '% is not as it was', patch.of;
    end if;
    execute replace(as_it_was, patch.was, patch.becomes);
  end loop;
end $patch$;
