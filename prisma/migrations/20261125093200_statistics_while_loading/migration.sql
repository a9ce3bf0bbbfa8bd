-- A file of a million rows fills tables of which the statistics say that they are empty, and no vacuum sees its rows before it
-- commits. After a large file was refused it was worse: the planner believed in one row, and foreign keys were checked by
-- whole scans of an index that only ends with the id. A service may not analyse its own tables before PostgreSQL 17; this may.
-- A tenth of the usual sample is enough to tell a million rows from none.
create function outbox.analyze_facts(service text) returns void language plpgsql security definer
  set search_path = pg_catalog set default_statistics_target = 10 as $$
declare
  fact regclass;
begin
  if session_user like 'vigia\_%' and session_user <> 'vigia_' || service then
    raise exception 'The tables of % are not analysed by %', service, session_user using errcode = '42501';
  end if;
  for fact in
    select format('%I.%I', table_schema, table_name)::regclass from information_schema.columns
    where table_schema = service and column_name = 'batch_id'
  loop
    execute format('analyze %s', fact);
  end loop;
end $$;
