-- Many facts may be told of as a stretch of ids only where no other statement of the batch writes into that stretch. A child that
-- was withdrawn and comes again keeps its id, from before this batch: between it and the ids made now lie those of other statements,
-- which were told twice. Where the first id is from before the transaction, each fact is told of alone.
create or replace function outbox.tell_of_many(service text, entity text, facts bigint, is_one_batch boolean, batch uuid, first uuid, last uuid)
  returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  began constant text := lpad(to_hex(floor(extract(epoch from transaction_timestamp()) * 1000)::bigint), 12, '0');
begin
  if facts < outbox.many() or not is_one_batch or substr(first::text, 15, 1) <> '7' or substr(last::text, 15, 1) <> '7'
     or left(replace(first::text, '-', ''), 12) < began then
    return false;
  end if;
  insert into outbox.pending (source, type, batch_id, from_id, to_id) values (service, entity || '.recorded', batch, first, last);
  return true;
end $$;
