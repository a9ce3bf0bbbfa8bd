-- Chaining cost more than reading: of each child on each page a row was kept by which its accesses are found, each entry was written
-- out in words to be hashed, and who reads in bulk was counted anew with every round. Entries hold the ids already, so that what is
-- kept beside them may be kept for many entries at once.

-- How the hash of a link is made: 1 in words (audit.words), as until now; 2 in bytes (audit.bytes_of). Who changes the number gets
-- another hash.
alter table audit.link add column form smallint not null default 1;
alter table audit.link alter column form drop default;

-- Ids do not get smaller by compressing.
alter table audit.entry alter column children set storage external, alter column missed set storage external;

-- What PostgreSQL sends of a row: each part by its type and length, so that no two entries are alike, whatever the client's
-- encoding. services/_kit/src/audit/bytes.ts.
create function audit.bytes_of(e audit.entry) returns bytea language sql stable as $$
  select record_send(row(convert_to(e.service, 'UTF8'), e.id, (extract(epoch from e.at) * 1000000)::bigint, convert_to(e.act, 'UTF8'),
    convert_to(e.request_id, 'UTF8'), convert_to(e.subject, 'UTF8'), convert_to(e.role, 'UTF8'), convert_to(e.office, 'UTF8'),
    convert_to(array_to_string(e.states, ' '), 'UTF8'), convert_to(array_to_string(e.asked, ' '), 'UTF8'),
    convert_to(array_to_string(e.types, ' '), 'UTF8'), convert_to(array_to_string(e.scopes, ' '), 'UTF8'),
    convert_to(e.reason, 'UTF8'), e.records, e.children, e.missed, e.batch_id))
$$;

-- Whom a hundred links in a row tell of, so that the entries of a child are found among few. What comes after the last hundred is
-- looked through as it is. Never the proof of anything.
create table audit.hundred (
  service text not null,
  number bigint not null,     -- of the links number * 100 + 1 to number * 100 + 100
  children uuid[] not null,
  constraint hundred_pkey primary key (service, number)
);
create index hundred_children_idx on audit.hundred using gin (children) with (gin_pending_list_limit = 512);

create function audit.children_of(of_service text, first bigint, last bigint) returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct child_id), '{}') from (
    select distinct e.children || e.missed as packed from audit.link l join audit.entry e on e.id = l.entry_id
    where l.service = of_service and l.seq between first and last and e.act in ('READ', 'OPEN', 'EMERGENCY')) told,
    audit.ids_in(told.packed) child_id
$$;

insert into audit.hundred (service, number, children)
select top.service, number, audit.children_of(top.service, number * 100 + 1, number * 100 + 100)
from (select service, max(seq) / 100 as hundreds from audit.link group by service) top, generate_series(0, top.hundreds - 1) number;

drop view audit.access_told;
drop table audit.access;

-- Whether the id is among them. What is found across two of them is no id, and then each is looked at.
create function audit.holds(packed bytea, id uuid) returns boolean language sql immutable parallel safe as $$
  select case
    when position(uuid_send(id) in packed) = 0 then false
    when position(uuid_send(id) in packed) % 16 = 1 then true
    else id in (select audit.ids_in(packed))
  end
$$;

-- What overseers are shown: the children service shows the accesses to a child that is in the sight of who asks.
create function audit.accesses_to(child uuid) returns table (child_id uuid, entry_id bigint, is_given boolean, at timestamptz,
    service text, seq bigint, hash bytea, subject text, role text, office text, asked text[], scopes text[], reason text,
    request_id text, act text)
  language sql stable security definer set search_path = pg_catalog as $$
  with part (service, first, last) as (
    select h.service, h.number * 100 + 1, h.number * 100 + 100 from audit.hundred h where h.children @> array[child]
    union all
    select named.service, coalesce((select max(h.number) + 1 from audit.hundred h where h.service = named.service), 0) * 100 + 1,
      null from unnest(array['children', 'placements', 'representation', 'returns', 'oversight', 'gateway']) named (service)
  )
  select child, e.id, audit.holds(e.children, child), e.at, e.service, l.seq, l.hash, e.subject, e.role, e.office, e.asked, e.scopes,
    e.reason, e.request_id, e.act
  from part join audit.link l on l.service = part.service and l.seq >= part.first and l.seq <= coalesce(part.last, l.seq)
    join audit.entry e on e.id = l.entry_id
  where e.act in ('READ', 'OPEN', 'EMERGENCY') and (audit.holds(e.children, child) or audit.holds(e.missed, child))
$$;

-- Whose records a subject has opened in five minutes, as one service chained it: who has not opened that many by this has not, and
-- is looked for among the entries no further.
create table audit.lately (
  subject text not null,
  service text not null,
  since timestamptz not null,
  children uuid[] not null,
  constraint lately_pkey primary key (subject, service, since)
);
create index lately_service_since_idx on audit.lately (service, since);
alter table audit.lately alter column children set storage external;

-- Chains what waits, in the order in which it was committed, as near as anybody can tell. One at a time: a second caller gets
-- null at once. Gives how many it linked, and what alarms that raised.
create or replace function audit.chain(of_service text, at_most int, out linked int, out alarms jsonb)
  language plpgsql security definer set search_path = pg_catalog set enable_seqscan = off as $$
declare
  before bigint;
  former bytea;
  ids bigint[] := '{}';
  hashes bytea[] := '{}';
  one record;
begin
  if not pg_try_advisory_xact_lock(hashtext('vigia.audit.' || audit.speaking_for(of_service))) then
    return;
  end if;
  linked := 0;
  if not exists (select from audit.unlinked u where u.service = of_service) then
    return;
  end if;
  select l.seq, l.hash into before, former from audit.link l where l.service = of_service order by l.seq desc limit 1;
  if before is null then
    before := 0;
    former := audit.start_of(of_service);
  end if;
  for one in
    with taken as (
      delete from audit.unlinked where ctid = any (array(select ctid from audit.unlinked u where u.service = of_service limit at_most))
      returning entry_id
    )
    select e.id, audit.bytes_of(e) as bytes from audit.entry e join taken on taken.entry_id = e.id
    where e.service = of_service order by e.id
  loop
    linked := linked + 1;
    former := sha256(former || int8send(before + linked) || one.bytes);
    ids := ids || one.id;
    hashes := hashes || former;
  end loop;
  insert into audit.link (service, seq, entry_id, hash, form)
  select of_service, before + n, entry_id, hash, 2 from unnest(ids, hashes) with ordinality as new (entry_id, hash, n);
  insert into audit.hundred (service, number, children)
  select of_service, number, audit.children_of(of_service, number * 100 + 1, number * 100 + 100)
  from generate_series(before / 100, (before + linked) / 100 - 1) number;
  alarms := nullif(audit.opened_alone(ids) || audit.opened_in_bulk(of_service, ids), '[]');
end $$;

-- Records that stand for nobody, each use of emergency access, also one that found nobody; and each account of which nobody signed
-- in time.
create function audit.opened_alone(ids bigint[]) returns jsonb
  language sql volatile set search_path = pg_catalog as $$
  with honey as (
    insert into audit.alarm (kind, subject, role, office, states, child_id, records, entry_id)
    select 'HONEY', e.subject, e.role, e.office, e.states, h.child_id, e.records, e.id
    from audit.entry e join audit.honey h on audit.holds(e.children, h.child_id) or audit.holds(e.missed, h.child_id)
    where e.id = any (ids) and e.act in ('READ', 'OPEN', 'EMERGENCY') returning *
  ), emergency as (
    insert into audit.alarm (kind, subject, role, office, states, child_id, records, entry_id)
    select case e.act when 'FLAG' then 'UNSIGNED' else 'EMERGENCY' end, e.subject, e.role, e.office, e.states,
      (select audit.ids_in(e.children || e.missed) limit 1), e.records, e.id
    from audit.entry e where e.id = any (ids) and e.act in ('EMERGENCY', 'FLAG') returning *
  )
  select coalesce(jsonb_agg(to_jsonb(raised)), '[]') from (select * from honey union all select * from emergency) raised
$$;

-- Read in bulk, once an hour: counted from the entries of the hour, of whoever may have opened so many.
create function audit.opened_in_bulk(of_service text, ids bigint[]) returns jsonb
  language plpgsql set search_path = pg_catalog as $$
declare
  added text[];
  alarms jsonb;
begin
  delete from audit.lately l where l.service = of_service and l.since < clock_timestamp() - interval '65 minutes';
  with page as (
    select distinct e.subject, e.children from audit.entry e
    where e.id = any (ids) and e.act = 'READ' and e.children <> '' and not exists (
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
  with many as (
    select subject from unnest(added) subject
    where (select sum(cardinality(l.children)) from audit.lately l where l.subject = subject.subject) > audit.many_records()
      and (select count(distinct child_id) from audit.lately l, unnest(l.children) child_id
        where l.subject = subject.subject) > audit.many_records()
  ), last as (
    select distinct on (e.subject) e.* from audit.entry e join many using (subject)
    where e.id = any (ids) and e.act = 'READ' order by e.subject, e.id desc
  ), mass as (
    insert into audit.alarm (kind, subject, role, office, states, records, entry_id)
    select 'MASS', last.subject, last.role, last.office, last.states, seen.n, last.id
    from last cross join lateral (
      select count(distinct child_id)::int as n from (
        select distinct e.children from audit.entry e
        where e.act = 'READ' and e.subject = last.subject and e.at > clock_timestamp() - interval '1 hour') page,
        audit.ids_in(page.children) child_id) seen
    where seen.n > audit.many_records() returning *
  )
  select coalesce(jsonb_agg(to_jsonb(mass)), '[]') into alarms from mass;
  return alarms;
end $$;

revoke all on function audit.bytes_of, audit.children_of, audit.holds, audit.accesses_to, audit.opened_alone, audit.opened_in_bulk
  from public;
grant execute on function audit.accesses_to to vigia_children, vigia_children_reader;
