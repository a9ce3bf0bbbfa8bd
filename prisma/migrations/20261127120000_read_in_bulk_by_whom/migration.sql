-- Reading in bulk is counted by who reads: what is told in a stream is asked for in the stream's name, so that somebody with several streams,
-- or with a stream and pages beside it, could be told of many records and under no name of many. What is sent to an endpoint is no reading:
-- nobody asked for it, and each telling stands in the audit by itself.

-- Who follows which stream, and who followed it within the hour. The proof is in the chain of the gateway; whose end was not written is
-- taken to have followed as long as what let him in holds.
create table audit.following (
  id bigint generated always as identity,
  subject text not null,
  role text not null,
  office text,
  states text[],
  stream text not null,
  begun_at timestamptz(3) not null default clock_timestamp(),
  until timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint following_pkey primary key (id)
);
create index following_subject_idx on audit.following (subject);
create index following_stream_idx on audit.following (stream);
create index following_over_idx on audit.following (coalesce(ended_at, until));

-- That somebody begins to follow a stream, or ends: an entry of the gateway, and with it whom the stream's readings count for.
create function audit.follow(request_id text, of_subject text, role text, office text, states text[], of_stream text, is_beginning boolean,
  until timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform audit.record('gateway', 'READ', request_id, of_subject, role, office, states,
    array['alertRaised ' || case when is_beginning then 'begins ' else 'ends ' end || of_stream], array['Alert'], '{}', null, 0, '', '', null);
  if is_beginning then
    insert into audit.following (subject, role, office, states, stream, until) values ($2, $3, $4, $5, $6, $8);
  else
    update audit.following f set ended_at = clock_timestamp() where f.id = (
      select o.id from audit.following o where o.subject = of_subject and o.stream = of_stream and o.ended_at is null order by o.id limit 1);
  end if;
end $$;
revoke all on function audit.follow from public;
grant execute on function audit.follow to vigia_gateway;

-- Who has opened that many, of those whom what was added may concern: by his own name, and by those of the streams that he followed. Of
-- an answer that was kept he may have been told for a minute more (audit.followers_of). Who follows one stream alone, and opens nothing
-- beside it, is looked at once that stream has opened so many; who goes by the same names is counted once.
create function audit.who_opened_many(added text[]) returns setof text
  language sql volatile set search_path = pg_catalog as $$
  with stream as materialized (
    select l.subject as name, sum(cardinality(l.children)) as n from audit.lately l where l.subject like 'stream:%' group by l.subject
  ), reader as materialized (
    select distinct l.subject from audit.lately l where l.subject not like 'stream:%'
  ), followed as materialized (
    select f.subject, f.stream as name, stream.n, min(f.begun_at) - interval '61 seconds' as first, max(coalesce(f.ended_at, f.until)) as last
    from audit.following f join stream on stream.name = f.stream
    where coalesce(f.ended_at, f.until) > clock_timestamp() - interval '1 hour' group by f.subject, f.stream, stream.n
  ), concerned as materialized (
    select c.subject from (
      select a.name from unnest(added) a (name) where a.name not like 'stream:%'
      union
      select f.subject from followed f where f.name = any (added) and (f.n > audit.many_records()
        or f.subject in (select subject from reader) or f.subject in (select subject from followed group by subject having count(*) > 1))
    ) c (subject)
    where not exists (select from audit.alarm x
      where x.subject = c.subject and x.kind = 'MASS' and x.at > clock_timestamp() - interval '1 hour')
  ), by_names as materialized (
    select s.subject, jsonb_agg(jsonb_build_object('name', s.name, 'first', s.first, 'last', s.last) order by s.name) as names
    from (
      select subject, subject as name, 0::bigint as first, null::bigint as last from concerned where subject in (select subject from reader)
      union all
      select f.subject, f.name, extract(epoch from date_bin('5 minutes', f.first, '2000-01-01'))::bigint, extract(epoch from f.last)::bigint
      from followed f where (f.subject in (select subject from concerned)) is true) s -- Hashed, however few are expected.
    group by s.subject
  ), many as (
    select n.names from (select distinct names from by_names) n where case
      when (select sum(cardinality(l.children)) from jsonb_to_recordset(n.names) s (name text, first bigint, last bigint)
        join audit.lately l on l.subject = s.name and l.since >= to_timestamp(s.first)
          and l.since <= coalesce(to_timestamp(s.last), 'infinity')) <= audit.many_records() then false
      else (select count(distinct child_id) from jsonb_to_recordset(n.names) s (name text, first bigint, last bigint)
        join audit.lately l on l.subject = s.name and l.since >= to_timestamp(s.first)
          and l.since <= coalesce(to_timestamp(s.last), 'infinity'), unnest(l.children) child_id) > audit.many_records() end
  )
  select b.subject from by_names b join many using (names)
$$;

-- Read in bulk, once an hour: counted from the entries of the hour, of whoever may have opened so many. One service counts at a time, so
-- that what two have chained in one moment is seen by the second, and an alarm is raised by one of them.
create or replace function audit.opened_in_bulk(of_service text, ids bigint[]) returns jsonb
  language plpgsql set search_path = pg_catalog as $$
declare
  added text[];
  many text[];
  alarms jsonb;
begin
  delete from audit.lately l where l.service = of_service and l.since < clock_timestamp() - interval '65 minutes';
  if of_service = 'gateway' then
    delete from audit.following f where coalesce(f.ended_at, f.until) < clock_timestamp() - interval '65 minutes';
  end if;
  if not exists (select from audit.entry e where e.id = any (ids) and e.act = 'READ' and e.children <> '') then
    return '[]';
  end if;
  perform pg_advisory_xact_lock(hashtext('vigia.audit.bulk'));
  with page as (
    select distinct e.subject, e.children from audit.entry e
    where e.id = any (ids) and e.act = 'READ' and e.children <> '' and e.asked <> '{webhook}' and not exists (
      select from audit.alarm x where x.subject = e.subject and x.kind = 'MASS' and x.at > clock_timestamp() - interval '1 hour')
  ), opened as (
    select subject, array_agg(distinct child_id) as children from page, audit.ids_in(page.children) child_id group by subject
  ), kept as (
    insert into audit.lately as l (subject, service, since, children)
    select subject, of_service, date_bin('5 minutes', clock_timestamp(), '2000-01-01'), children from opened order by subject
    on conflict (subject, service, since) do update
    set children = (select array_agg(distinct child_id) from unnest(l.children || excluded.children) child_id)
    where not l.children @> excluded.children returning l.subject
  )
  select array_agg(subject) into added from kept;
  if added is null then
    return '[]';
  end if;
  -- No round of the chain waits for thousands who follow one stream: the others come in the next, as the stream goes on.
  many := array(select who from audit.who_opened_many(added) who limit 500);
  if many = '{}' then
    return '[]';
  end if;
  with followed as materialized (
    select f.* from audit.following f where f.subject = any (many) and coalesce(f.ended_at, f.until) > clock_timestamp() - interval '1 hour'
  ), hour as materialized (
    select e.id, e.subject, e.at, e.children from audit.entry e
    where e.act = 'READ' and e.at > clock_timestamp() - interval '1 hour' and e.children <> '' and e.asked <> '{webhook}'
      and (e.subject = any (many) or e.subject in (select stream from followed))
  ), lasting as (
    select subject, min(at) as first, max(at) as last from hour group by subject
  ), by_names as materialized (
    -- From which second of the stream's telling to which: who followed all of it is counted with the others who did.
    select s.subject, jsonb_agg(jsonb_build_object('name', s.name, 'first', s.first, 'last', s.last) order by s.name, s.first, s.last) as names,
      (array_agg(s.who order by s.at desc))[1] as who
    from (
      select e.subject, e.subject as name, 0::bigint as first, null::numeric as last, max(e.at) as at,
        (array_agg(jsonb_build_object('role', e.role, 'office', e.office, 'states', e.states) order by e.at desc))[1] as who
      from audit.entry e where e.id in (select id from hour) and e.subject not like 'stream:%' group by e.subject
      union all
      select f.subject, f.stream, floor(extract(epoch from greatest(f.begun_at - interval '61 seconds', l.first)))::bigint,
        extract(epoch from least(coalesce(f.ended_at, f.until), l.last)), f.begun_at,
        jsonb_build_object('role', f.role, 'office', f.office, 'states', f.states)
      from followed f join lasting l on l.subject = f.stream) s
    group by s.subject
  ), counted as (
    select n.names, seen.n, seen.entry_id from (select distinct names from by_names) n cross join lateral (
      select count(distinct child_id)::int as n, max(h.id) as entry_id
      from jsonb_to_recordset(n.names) s (name text, first bigint, last numeric)
      join hour h on h.subject = s.name and h.at >= to_timestamp(s.first) and h.at <= coalesce(to_timestamp(s.last::float8), 'infinity'),
        audit.ids_in(h.children) child_id) seen
    where seen.n > audit.many_records()
  ), mass as (
    insert into audit.alarm (kind, subject, role, office, states, records, entry_id)
    select 'MASS', b.subject, b.who ->> 'role', b.who ->> 'office',
      case jsonb_typeof(b.who -> 'states') when 'array' then array(select jsonb_array_elements_text(b.who -> 'states')) end, c.n, c.entry_id
    from counted c join by_names b using (names) returning *
  )
  select coalesce(jsonb_agg(to_jsonb(mass)), '[]') into alarms from mass;
  return alarms;
end $$;
revoke all on function audit.who_opened_many from public;
