-- What a login has PostgreSQL run with the rights of the owner is ours, and does what it is for. Whoever could hang a trigger of ours on a
-- temporary table of his own had it write to another of his, whose trigger then ran as the owner; and a type of his own, of the name of
-- one that a function speaks of, was looked for before PostgreSQL's, and what it checked ran as the owner too.
do $$
declare
  ours constant text[] := array['audit', 'children', 'openings', 'outbox', 'oversight', 'placements', 'representation', 'returns', 'sec', 'sessions', 'stream'];
  service text;
  one record;
begin
  -- Named last, temporary tables and types are looked for last.
  for one in
    select p.oid::regprocedure as called from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any (ours) and 'search_path=pg_catalog' = any (p.proconfig)
  loop
    execute format('alter function %s set search_path = pg_catalog, pg_temp', one.called);
  end loop;
  -- A trigger that is there asks nobody for this right; who hangs one up is asked.
  for one in
    select p.oid::regprocedure as called from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any (ours) and p.prosecdef
  loop
    execute format('revoke execute on function %s from public', one.called);
  end loop;
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function outbox.number_pending(int), outbox.raise_version(text), outbox.analyze_facts(text),
      outbox.count_batches(uuid[]) to %I', 'vigia_' || service);
  end loop;
end $$;

-- As before, of the batches of whoever asks: what another service has taken in is counted when that one says so.
create or replace function outbox.count_batches(batches uuid[]) returns bigint language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  counted bigint;
begin
  with gone as (
    delete from outbox.uncounted_batch u where u.batch_id = any (batches)
      and (session_user not like 'vigia\_%' or session_user = 'vigia_' || u.service)
    returning u.batch_id, u.service
  )
  insert into outbox.pending (source, type, entity_id, batch_id) select service, 'batch.counted', batch_id, batch_id from gone;
  get diagnostics counted = row_count;
  return counted;
end $$;
