-- Events of one row are numbered in the order in which they were written. Their ids are: a later writer of the same row, or of
-- the same unique key, waits for the earlier one to commit. Taking any pending rows that fit the limit broke that order
-- as soon as more waited than are numbered at once.
create or replace function outbox.number_pending(at_most int) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare
  top bigint;
  numbered int;
begin
  if not pg_try_advisory_xact_lock(hashtext('vigia.sequencer')) then
    return null;
  end if;
  select coalesce(max(seq), 0) into top from outbox.event;
  with taken as (
    delete from outbox.pending where ctid = any (array(select ctid from outbox.pending order by id limit at_most)) returning *
  )
  insert into outbox.event (seq, source, type, entity_id, child_id, batch_id, payload, recorded_at)
  select top + row_number() over (order by id), source, type, entity_id, child_id, batch_id, payload, recorded_at
  from taken;
  get diagnostics numbered = row_count;
  return numbered;
end $$;
