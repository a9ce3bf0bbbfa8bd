-- Who read or wrote what of whom, when and why (security.md 4). A request only adds its entry, in its own transaction, and waits
-- for nobody; what is committed is chained within a second, each link hashing the one before it. Nobody's login can touch a table
-- here: services add entries and let them be chained by the functions below, and those are all that they may call.
create schema audit;

-- Made when the first entry is chained, and part of the first link: the chain of one registry is no proof in another.
create table audit.registry (
  singleton boolean not null default true check (singleton),
  id uuid not null default gen_random_uuid(),
  constraint registry_pkey primary key (singleton)
);

create table audit.entry (
  id bigint generated always as identity,
  at timestamptz(3) not null default clock_timestamp(),
  service text not null,
  act text not null check (act in ('READ', 'WRITE', 'WITHDRAW', 'REFUSED')),
  request_id text not null,
  subject text not null,
  role text not null,
  office text,
  states text[],
  asked text[] not null,      -- the fields at the top of the request, or the feed
  types text[] not null,      -- of which records
  scopes text[] not null,     -- which groups of fields were opened
  reason text,
  records int not null,       -- how many children; of a file, how many rows
  children bytea not null,    -- their ids, sorted, 16 bytes each
  missed bytea not null,      -- ids that were asked for, and of which nothing was given
  batch_id uuid,              -- the file, whose rows say of whom they are
  constraint entry_pkey primary key (id)
);

-- Entries that are not chained yet; no index, for there are few.
create table audit.unlinked (service text not null, entry_id bigint not null);

create table audit.link (
  service text not null,
  seq bigint not null,
  entry_id bigint not null,
  hash bytea not null,
  constraint link_pkey primary key (service, seq),
  constraint link_entry_id_key unique (entry_id)
);

-- Where a chain ended at some minute, signed with a key that the database does not have.
create table audit.head (
  service text not null,
  seq bigint not null,
  hash bytea not null,
  at timestamptz(3) not null,
  key_id text not null,
  signature bytea not null,
  constraint head_pkey primary key (service, seq)
);

-- To find entries by the child. Made of them while they are chained, and never the proof of anything.
create table audit.access (
  child_id uuid not null,
  entry_id bigint not null,
  is_given boolean not null,
  constraint access_pkey primary key (child_id, entry_id)
);

-- Records that stand for nobody: whoever opens one was browsing.
create table audit.honey (child_id uuid not null, since timestamptz not null default now(), constraint honey_pkey primary key (child_id));

-- Whose records a subject has opened within the hour, by spans of five minutes.
create table audit.recent (subject text not null, span timestamptz not null, child_id uuid not null,
  constraint recent_pkey primary key (subject, span, child_id));
create index recent_span_idx on audit.recent (span);

create table audit.alarm (
  id bigint generated always as identity,
  at timestamptz(3) not null default clock_timestamp(),
  kind text not null check (kind in ('HONEY', 'MASS')),
  subject text not null,
  role text not null,
  office text,
  states text[],
  child_id uuid,              -- the record that stands for nobody
  records int not null,       -- opened by that subject within the hour
  entry_id bigint not null,   -- the entry that raised it
  constraint alarm_pkey primary key (id)
);
create index alarm_subject_at_idx on audit.alarm (subject, kind, at);

-- What is told is told: not even the owner changes it without taking this away first, which verification then shows.
create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'The audit is only added to: % of audit.% is refused.', lower(tg_op), tg_table_name using errcode = '42501';
end $$;
do $$
declare
  kept text;
begin
  foreach kept in array array['registry', 'entry', 'link', 'head', 'alarm'] loop
    execute format('create trigger only_added_to before update or delete or truncate on audit.%I
      for each statement execute function audit.refuse()', kept);
  end loop;
end $$;

-- A service speaks for itself alone; an administrator, on whose login a service may run too, for any.
create function audit.speaking_for(service text) returns text language plpgsql stable set search_path = pg_catalog as $$
begin
  if session_user ~ '^vigia_(children|placements|representation|returns|oversight|gateway)$' and session_user <> 'vigia_' || service then
    raise exception 'This login does not speak for %.', service using errcode = '42501';
  end if;
  return service;
end $$;

create function audit.record(of_service text, act text, request_id text, subject text, role text, office text, states text[],
  asked text[], types text[], scopes text[], reason text, records int, children bytea, missed bytea, batch_id uuid)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  added bigint;
begin
  insert into audit.entry (service, act, request_id, subject, role, office, states, asked, types, scopes, reason, records,
    children, missed, batch_id)
  values (audit.speaking_for(of_service), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id into added;
  insert into audit.unlinked (service, entry_id) values (of_service, added);
end $$;

-- Each part with its length before it: no two entries are written alike. services/_kit/src/audit/words.ts.
create function audit.part(value text) returns text language sql immutable parallel safe as $$
  select coalesce(octet_length(value) || ':' || value, '-') || ','
$$;
create function audit.words(e audit.entry, seq bigint) returns bytea language sql stable as $$
  select convert_to(
    audit.part(e.service) || audit.part(seq::text) || audit.part(e.id::text)
    || audit.part((extract(epoch from e.at) * 1000000)::bigint::text) || audit.part(e.act) || audit.part(e.request_id)
    || audit.part(e.subject) || audit.part(e.role) || audit.part(e.office) || audit.part(array_to_string(e.states, ' '))
    || audit.part(array_to_string(e.asked, ' ')) || audit.part(array_to_string(e.types, ' '))
    || audit.part(array_to_string(e.scopes, ' ')) || audit.part(e.reason) || audit.part(e.records::text)
    || audit.part(encode(e.children, 'hex')) || audit.part(encode(e.missed, 'hex')) || audit.part(e.batch_id::text), 'UTF8')
$$;

create function audit.ids_in(packed bytea) returns setof uuid language sql immutable parallel safe as $$
  select encode(substring(packed from at * 16 + 1 for 16), 'hex')::uuid from generate_series(0, length(packed) / 16 - 1) at
$$;

create function audit.start_of(service text) returns bytea language sql volatile as $$
  insert into audit.registry default values on conflict do nothing;
  select sha256(convert_to(audit.part(id::text) || audit.part(service), 'UTF8')) from audit.registry
$$;

-- From how many records of one subject within the hour on it is mass reading.
create function audit.many_records() returns int language sql immutable parallel safe as $$ select 300 $$;

-- Chains what waits, in the order in which it was committed, as near as anybody can tell. One at a time: a second caller gets
-- null at once. Gives how many it linked, and what alarms that raised.
create function audit.chain(of_service text, at_most int, out linked int, out alarms jsonb)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  before bigint;
  top bigint;
  former bytea;
  one audit.entry;
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
  top := before;
  for one in
    with taken as (
      delete from audit.unlinked where ctid = any (array(select ctid from audit.unlinked u where u.service = of_service limit at_most))
      returning entry_id
    )
    select e.* from audit.entry e join taken on taken.entry_id = e.id where e.service = of_service order by e.id
  loop
    top := top + 1;
    former := sha256(former || audit.words(one, top));
    insert into audit.link (service, seq, entry_id, hash) values (of_service, top, one.id, former);
  end loop;
  linked := top - before;
  -- Of each entry its children, once: for the index, for who reads in bulk, and for the records that stand for nobody.
  with told as (
    select e.* from audit.link l join audit.entry e on e.id = l.entry_id
    where l.service = of_service and l.seq > before and e.act = 'READ'
  ), touched as materialized (
    select id as entry_id, subject, child_id, is_given from told cross join lateral (
      select true, audit.ids_in(children) union all select false, audit.ids_in(missed)) x (is_given, child_id)
  ), found as (
    insert into audit.access (child_id, entry_id, is_given)
    select child_id, entry_id, is_given from touched order by child_id, entry_id on conflict do nothing
  ), counted as (
    insert into audit.recent (subject, span, child_id)
    select distinct subject, date_bin('5 minutes', clock_timestamp(), '2000-01-01'), child_id from touched where is_given
    order by 1, 2, 3 on conflict do nothing
  ), honey as (
    insert into audit.alarm (kind, subject, role, office, states, child_id, records, entry_id)
    select 'HONEY', e.subject, e.role, e.office, e.states, child_id, e.records, e.id
    from touched join audit.honey using (child_id) join told e on e.id = touched.entry_id returning *
  )
  select jsonb_agg(to_jsonb(honey)) into alarms from honey;

  -- Read in bulk, once an hour.
  delete from audit.recent where span < clock_timestamp() - interval '65 minutes';
  with last as (
    select distinct on (e.subject) e.* from audit.link l join audit.entry e on e.id = l.entry_id
    where l.service = of_service and l.seq > before and e.act = 'READ' and not exists (
      select from audit.alarm x where x.subject = e.subject and x.kind = 'MASS' and x.at > clock_timestamp() - interval '1 hour')
    order by e.subject, l.seq desc
  ), mass as (
    insert into audit.alarm (kind, subject, role, office, states, records, entry_id)
    select 'MASS', last.subject, last.role, last.office, last.states, seen.n, last.id
    from last cross join lateral (
      select count(distinct r.child_id)::int as n from audit.recent r where r.subject = last.subject) seen
    where seen.n > audit.many_records() returning *
  )
  select nullif(coalesce(alarms, '[]') || coalesce(jsonb_agg(to_jsonb(mass)), '[]'), '[]') into alarms from mass;
end $$;

-- Where the chain of a service ends, for who signs it.
create function audit.top_of(of_service text, out registry uuid, out seq bigint, out hash bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select r.id, l.seq, l.hash from audit.registry r, audit.link l where l.service = audit.speaking_for(of_service)
  order by l.seq desc limit 1
$$;

-- Only what the chain says is kept as its head.
create function audit.keep_head(of_service text, of_seq bigint, signed_at timestamptz, by_key text, with_signature bytea) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into audit.head (service, seq, hash, at, key_id, signature)
  select l.service, l.seq, l.hash, signed_at, by_key, with_signature from audit.link l
  where l.service = audit.speaking_for(of_service) and l.seq = of_seq on conflict do nothing
$$;

-- What overseers are shown: the children service shows the accesses to a child that is in the sight of who asks.
create view audit.access_told as
  select a.child_id, a.entry_id, a.is_given, e.at, e.service, l.seq, l.hash, e.subject, e.role, e.office, e.asked, e.scopes, e.reason,
    e.request_id
  from audit.access a join audit.entry e on e.id = a.entry_id join audit.link l on l.entry_id = a.entry_id;
create view audit.alarm_told as select id, at, kind, subject, role, office, states, records from audit.alarm;
create view audit.head_told as select r.id as registry, service, seq, hash, at, key_id, signature from audit.head, audit.registry r;

revoke all on all functions in schema audit from public;
grant usage on schema audit to vigia_children, vigia_placements, vigia_representation, vigia_returns, vigia_oversight, vigia_gateway;
grant execute on function audit.record, audit.chain, audit.top_of, audit.keep_head
  to vigia_children, vigia_placements, vigia_representation, vigia_returns, vigia_oversight, vigia_gateway;
grant select on audit.access_told to vigia_children;
grant select on audit.alarm_told, audit.head_told to vigia_oversight;
