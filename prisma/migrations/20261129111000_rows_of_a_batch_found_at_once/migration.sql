-- The rows of a batch are found by summaries of blocks. Ids of batches are of their time now, so that the blocks of all others are left out;
-- blocks that no summary tells of are read by whoever asks, and were until the next vacuum of their table.
do $$
declare
  place record;
begin
  for place in
    select n.nspname, i.relname as index_name
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_am m on m.oid = i.relam
    join pg_namespace n on n.oid = i.relnamespace
    where m.amname = 'brin' and i.relname like '%\_batch\_id\_idx'
      and n.nspname in ('children', 'placements', 'representation', 'returns', 'oversight')
  loop
    execute format('alter index %I.%I set (autosummarize = on)', place.nspname, place.index_name);
  end loop;
end $$;

-- What else its sender has sent of a day: whether anything, and what of it was preliminary.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('create index batch_of_day on %I.batch (feed, source, cutoff_on, is_preliminary) where withdrawn_at is null', service);
  end loop;
end $$;
