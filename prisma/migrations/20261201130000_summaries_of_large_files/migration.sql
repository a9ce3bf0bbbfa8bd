-- The rows of a batch are found by summaries of blocks, and blocks that no summary tells of are read by whoever asks. Of a large file there
-- was none until the next vacuum, up to a minute later: meanwhile each small file read all of it. Only the owner of an index may summarize
-- it; this may for the service whose tables they are.
create function outbox.summarize_facts(service text) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  summary regclass;
begin
  if session_user like 'vigia\_%' and session_user <> 'vigia_' || service then
    raise exception 'The tables of % are not summarized by %', service, session_user using errcode = '42501';
  end if;
  for summary in
    select i.oid from pg_class i join pg_am m on m.oid = i.relam join pg_namespace n on n.oid = i.relnamespace
    where m.amname = 'brin' and i.relkind = 'i' and n.nspname = service and i.relname like '%\_batch\_id\_idx'
  loop
    perform brin_summarize_new_values(summary);
  end loop;
end $$;

revoke execute on function outbox.summarize_facts(text) from public;
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function outbox.summarize_facts(text) to %I', 'vigia_' || service);
  end loop;
end $$;
