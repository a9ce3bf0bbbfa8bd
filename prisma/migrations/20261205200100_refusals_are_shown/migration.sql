-- The page of a child shows its overseer who asked for it; whoever was refused it stood in the chain with that child, and not on the page. What
-- each hundred links tell of is noted with these too, and anew where there were any.
create or replace function audit.children_of(of_service text, first bigint, last bigint) returns uuid[] language sql stable as $$
  select coalesce(array_agg(distinct child_id), '{}') from (
    select distinct e.children || e.missed as packed from audit.link l join audit.entry e on e.id = l.entry_id
    where l.service = of_service and l.seq between first and last and e.act in ('READ', 'OPEN', 'EMERGENCY', 'REFUSED')) told,
    audit.ids_in(told.packed) child_id
$$;
update audit.hundred h set children = audit.children_of(h.service, h.number * 100 + 1, h.number * 100 + 100)
where exists (select from audit.link l join audit.entry e on e.id = l.entry_id
  where l.service = h.service and l.seq between h.number * 100 + 1 and h.number * 100 + 100 and e.act = 'REFUSED' and e.missed <> '');

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
    where (select audit.is_told_of(child)) and e.act in ('READ', 'OPEN', 'EMERGENCY', 'REFUSED')
      and (position(uuid_send(child) in e.children) > 0 or position(uuid_send(child) in e.missed) > 0)
  )
  select child, (n.entry).id, audit.holds((n.entry).children, child), (n.entry).at, (n.entry).service, n.seq, n.hash, (n.entry).subject,
    (n.entry).role, (n.entry).office, (n.entry).asked, (n.entry).scopes, (n.entry).reason, (n.entry).request_id, (n.entry).act
  from near n where audit.holds((n.entry).children, child) or audit.holds((n.entry).missed, child)
$$;
