-- Many facts may be told of in one row only where their ids come in the order of writing. Whether they do is seen in the ids
-- themselves (version 7) and not in what the server could make: a registry that began on PostgreSQL 15 and was moved to 18
-- goes on with random ids, and from the first to the last of those lie rows of other statements, which would be told twice.
create or replace function outbox.tell_of_many(service text, entity text, facts bigint, is_one_batch boolean, batch uuid, first uuid, last uuid)
  returns boolean language plpgsql security definer set search_path = pg_catalog as $$
begin
  if facts < outbox.many() or not is_one_batch or substr(first::text, 15, 1) <> '7' or substr(last::text, 15, 1) <> '7' then
    return false;
  end if;
  insert into outbox.pending (source, type, batch_id, from_id, to_id) values (service, entity || '.recorded', batch, first, last);
  return true;
end $$;
