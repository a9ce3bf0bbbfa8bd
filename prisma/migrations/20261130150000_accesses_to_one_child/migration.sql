-- Who read the record of a child is looked for among the entries of each hundred that tells of it. Whether an entry does was asked three
-- times by a function that is planned for each call: a child in 44 hundreds took most of a second, so that who is listed day by day would
-- have been told to nobody. The bytes are looked for first, and an entry that has them is asked.
create or replace function audit.accesses_to(child uuid) returns table (child_id uuid, entry_id bigint, is_given boolean, at timestamptz,
  service text, seq bigint, hash bytea, subject text, role text, office text, asked text[], scopes text[], reason text, request_id text,
  act text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with part (service, first, last) as (
    select h.service, h.number * 100 + 1, h.number * 100 + 100 from audit.hundred h where h.children @> array[child]
    union all
    select named.service, coalesce((select max(h.number) + 1 from audit.hundred h where h.service = named.service), 0) * 100 + 1,
      null from unnest(array['children', 'placements', 'representation', 'returns', 'oversight', 'gateway']) named (service)
  ), near as materialized (
    select e as entry, l.seq, l.hash
    from part join audit.link l on l.service = part.service and l.seq >= part.first and l.seq <= coalesce(part.last, l.seq)
      join audit.entry e on e.id = l.entry_id
    where (select audit.is_told_of(child)) and e.act in ('READ', 'OPEN', 'EMERGENCY')
      and (position(uuid_send(child) in e.children) > 0 or position(uuid_send(child) in e.missed) > 0)
  )
  select child, (n.entry).id, audit.holds((n.entry).children, child), (n.entry).at, (n.entry).service, n.seq, n.hash, (n.entry).subject,
    (n.entry).role, (n.entry).office, (n.entry).asked, (n.entry).scopes, (n.entry).reason, (n.entry).request_id, (n.entry).act
  from near n where audit.holds((n.entry).children, child) or audit.holds((n.entry).missed, child)
$$;
