-- A batch that is taken back waits for the tick as one that came in does: with it a figure may change from none to unknown though
-- there was nothing in it to count, and then the version has to rise as well.
create or replace function outbox.tell_of_batch() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into outbox.pending (source, type, entity_id, batch_id, payload)
  select tg_table_schema, case when n.withdrawn_at is null then 'batch.recorded' else 'batch.withdrawn' end, n.id, n.id, row_to_json(n)
  from new_rows n;
  insert into outbox.uncounted_batch (batch_id, service)
  select n.id, tg_table_schema from new_rows n where tg_op = 'INSERT' or n.withdrawn_at is not null
  on conflict do nothing;
  return null;
end $$;
