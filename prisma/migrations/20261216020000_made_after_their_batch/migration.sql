-- Whether ids are from before their batch was judged by the transaction's time, which is the database's; but ids of rows, and of the batch, are
-- made by the program while it reads. Where its clock was ahead, a large file that was withdrawn and soon came again told of its children
-- twice; where it was behind, each fact of a large file was told of alone, which is slower. The batch has its id before any of its rows:
-- both are of one clock. What the database makes an id for is never older than its batch, and where the program is ahead is told of alone.
create or replace function outbox.tell_of_many(service text, entity text, facts bigint, is_one_batch boolean, batch uuid, first uuid, last uuid)
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if facts < outbox.many() or not is_one_batch or substr(first::text, 15, 1) <> '7' or substr(last::text, 15, 1) <> '7'
     or substr(batch::text, 15, 1) <> '7' or left(first::text, 13) < left(batch::text, 13) then
    return false;
  end if;
  insert into outbox.pending (source, type, batch_id, from_id, to_id) values (service, entity || '.recorded', batch, first, last);
  return true;
end $$;
