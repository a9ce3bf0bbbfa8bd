-- What several follow in a stream is asked for once, in its name (services/AUDIT.md): of an access in the name of a stream it is found here
-- who followed it at that moment, or came so soon after that he may have been told the same answer
-- (KEPT_FOR_MS, gateway/src/subscriptions/step-answers.ts). Whose end is not written is taken to have followed on.
create index entry_of_stream on audit.entry ((asked[1]), at) where service = 'gateway' and asked[1] like 'alertRaised %';

create function audit.followers_of(stream text, moment timestamptz) returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(f.subject order by f.subject), '{}') from (
    select e.subject from audit.entry e
    where e.service = 'gateway' and e.asked[1] like 'alertRaised %'
      and e.asked[1] in ('alertRaised begins ' || stream, 'alertRaised ends ' || stream) and e.at <= moment + interval '61 seconds'
    group by e.subject
    having count(*) filter (where e.asked[1] like 'alertRaised begins %')
      > count(*) filter (where e.asked[1] like 'alertRaised ends %' and e.at < moment)) f
$$;
revoke all on function audit.followers_of from public;
grant execute on function audit.followers_of to vigia_children, vigia_children_reader;
