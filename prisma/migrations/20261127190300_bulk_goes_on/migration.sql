-- Who may have read in bulk is counted exactly, 500 in a round. Those who turned out to have read less came back in each round and in the same
-- order, and whoever stood behind them was never counted. Whoever may have read so many now waits here until he was counted.
create table audit.to_be_counted (
  subject text not null,
  since timestamptz(3) not null default clock_timestamp(),
  constraint to_be_counted_pkey primary key (subject)
);
create index to_be_counted_since_idx on audit.to_be_counted (since, subject);

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
  if not exists (select from audit.entry e where e.id = any (ids) and e.act = 'READ' and e.children <> '')
    and not exists (select from audit.to_be_counted) then
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
  insert into audit.to_be_counted (subject) select who from audit.who_opened_many(added) who on conflict do nothing;
  -- No round of the chain waits for thousands who follow one stream: who reads by his own name comes first, and of the others those who have
  -- waited longest; the rest come in the next.
  with next as (
    delete from audit.to_be_counted t where t.subject in (
      select w.subject from audit.to_be_counted w order by (w.subject = any (added)) is not true, w.since, w.subject limit 500)
    returning t.subject
  )
  select coalesce(array_agg(subject), '{}') into many from next;
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
