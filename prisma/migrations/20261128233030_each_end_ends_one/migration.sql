-- Who follows one stream at two gateways is cut off by both at once when he is turned out. Each took the same beginning for the one that it
-- ended, so that he went on following by the other, and was counted for what that stream told others. Each takes one that nobody is at.
create or replace function audit.follow(request_id text, of_subject text, role text, office text, states text[], of_stream text, is_beginning boolean,
  until timestamptz) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform audit.record('gateway', 'READ', request_id, of_subject, role, office, states,
    array['alertRaised ' || case when is_beginning then 'begins ' else 'ends ' end || of_stream], array['Alert'], '{}', null, 0, '', '', null);
  if is_beginning then
    insert into audit.following (subject, role, office, states, stream, until) values ($2, $3, $4, $5, $6, $8);
  else
    update audit.following f set ended_at = clock_timestamp() where f.id = (
      select o.id from audit.following o where o.subject = of_subject and o.stream = of_stream and o.ended_at is null
      order by o.id limit 1 for update skip locked);
  end if;
end $$;
