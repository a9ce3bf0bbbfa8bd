-- A database that is put back from a backup, or a standby that is promoted without all that the last one had acknowledged, gives places of
-- the stream anew that it had given before. Whoever was told beyond that would go on behind alerts of which he was never told. So each
-- start of a server is an epoch, by whose mark a cursor and a gateway know of which history a place is.

create table stream.epoch (
  id int not null,
  -- In each cursor of a place of this epoch: the second in which it began, by which one that this database lacks is known to be later than
  -- those that it had then. Of the first one 0, as in cursors from before there were epochs.
  mark bigint not null check (mark between 0 and 4294967295),
  -- An epoch ends where the next one begins.
  first_place bigint not null,
  server_started_at timestamptz not null,
  constraint epoch_pkey primary key (id),
  constraint epoch_mark_key unique (mark)
);
insert into stream.epoch (id, mark, first_place, server_started_at) values (0, 0, 1, pg_postmaster_start_time());

revoke all on stream.epoch from public;
grant select on stream.epoch to vigia_gateway;
alter table stream.epoch enable row level security;
create policy of_the_gateway on stream.epoch for select to vigia_gateway using (true);

-- Whether places were last given by this server since it was started: no other one, and no copy, was started at the same microsecond.
create function stream.is_same_epoch() returns boolean language sql stable as $$
  select coalesce((select server_started_at from stream.epoch order by id desc limit 1) = pg_postmaster_start_time(), false)
$$;
revoke all on function stream.is_same_epoch() from public;
grant execute on function stream.is_same_epoch() to vigia_gateway;

do $patch$
declare
  patch record;
  as_it_was text;
begin
  for patch in select * from (values
    ($was$if (select min(step_id) from stream.alert_waiting) is null then$was$,
      $is$if (select min(step_id) from stream.alert_waiting) is null and stream.is_same_epoch() then$is$),
    ($was$select coalesce(max(seq), 0) into top from stream.alert_step;
$was$, $is$select coalesce(max(seq), 0) into top from stream.alert_step;
  if not stream.is_same_epoch() then
    insert into stream.epoch (id, mark, first_place, server_started_at)
    select max(id) + 1, greatest(max(mark) + 1, extract(epoch from clock_timestamp())::bigint), top + 1, pg_postmaster_start_time() from stream.epoch;
  end if;
$is$)
  ) patches (was, becomes)
  loop
    as_it_was := pg_get_functiondef('stream.number_steps(int)'::regprocedure);
    if position(patch.was in as_it_was) = 0 then
      raise exception 'stream.number_steps is not as it was';
    end if;
    execute replace(as_it_was, patch.was, patch.becomes);
  end loop;
end $patch$;
