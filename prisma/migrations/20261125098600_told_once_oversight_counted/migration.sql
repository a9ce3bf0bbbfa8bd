-- Oversight counts what it hears in a tick of its own. Between hearing that a service has counted a batch and that tick its funnel
-- read 0: a batch is told of in oversight once the tick after the news has folded what came with it.
alter table oversight.feed_batch add column is_counted boolean not null default true;

-- What outbox.fold did until now, under another name.
do $$
begin
  execute replace(replace(pg_get_functiondef('outbox.fold(text)'::regprocedure),
    'outbox.fold(', 'outbox.fold_deltas('), 'fold.service', 'fold_deltas.service');
end $$;

-- Heard before the first delta was taken: all that such a batch told stood among the deltas by then.
create or replace function outbox.fold(service text) returns bigint language plpgsql as $$
declare
  heard uuid[];
  folded bigint;
  told bigint := 0;
begin
  if service = 'oversight' then
    heard := array(select batch_id from oversight.feed_batch where awaits_count and is_counted);
  end if;
  folded := outbox.fold_deltas(service);
  if cardinality(heard) > 0 then
    update oversight.feed_batch set awaits_count = false where batch_id = any (heard);
    get diagnostics told = row_count;
  end if;
  return folded + told;
end $$;
