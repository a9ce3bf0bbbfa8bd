-- Whoever was found to be another was asked for by the id that it had: these accesses stand on its page too. Whether the asker is told
-- goes by the child that it is now.
create or replace function audit.accesses_to(child uuid) returns table (child_id uuid, entry_id bigint, is_given boolean, at timestamptz,
  service text, seq bigint, hash bytea, subject text, role text, office text, asked text[], scopes text[], reason text, request_id text,
  act text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with named (id) as (
    select child
    union
    select d.child_before from children.detection d where d.child_id = child and d.child_before is not null
  ), part (service, first, last) as (
    select h.service, h.number * 100 + 1, h.number * 100 + 100 from audit.hundred h where h.children && array(select id from named)
    union all
    select chained.service, coalesce((select max(h.number) + 1 from audit.hundred h where h.service = chained.service), 0) * 100 + 1,
      null from unnest(array['children', 'placements', 'representation', 'returns', 'oversight', 'gateway']) chained (service)
  ), near as materialized (
    select e as entry, l.seq, l.hash
    from part join audit.link l on l.service = part.service and l.seq >= part.first and l.seq <= coalesce(part.last, l.seq)
      join audit.entry e on e.id = l.entry_id
    where (select audit.is_told_of(child)) and e.act in ('READ', 'OPEN', 'EMERGENCY', 'REFUSED') and exists (
      select from named where position(uuid_send(named.id) in e.children) > 0 or position(uuid_send(named.id) in e.missed) > 0)
  ), held as (
    select n.*, exists (select from named where audit.holds((n.entry).children, named.id)) as is_given,
      exists (select from named where audit.holds((n.entry).missed, named.id)) as is_missed
    from near n
  )
  select child, (h.entry).id, h.is_given, (h.entry).at, (h.entry).service, h.seq, h.hash, (h.entry).subject, (h.entry).role,
    (h.entry).office, (h.entry).asked, (h.entry).scopes, (h.entry).reason, (h.entry).request_id, (h.entry).act
  from held h where h.is_given or h.is_missed
$$;
