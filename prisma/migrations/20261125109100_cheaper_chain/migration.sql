-- Chaining cost more than reading: of each child on each page a row was kept for who reads in bulk, beside the one by which its
-- accesses are found. Who reads in bulk is seen from the entries themselves, whose ids lie together; only of those who have opened
-- that many records within the hour are they looked at one by one.
create index entry_subject_at_idx on audit.entry (subject, at) where act = 'READ';
drop table audit.recent;

-- Chains what waits, in the order in which it was committed, as near as anybody can tell. One at a time: a second caller gets
-- null at once. Gives how many it linked, and what alarms that raised.
create or replace function audit.chain(of_service text, at_most int, out linked int, out alarms jsonb)
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
  -- Of each entry its children, once: for the index, and for the records that stand for nobody.
  with told as (
    select e.* from audit.link l join audit.entry e on e.id = l.entry_id
    where l.service = of_service and l.seq > before and e.act = 'READ'
  ), touched as materialized (
    select id as entry_id, child_id, is_given from told cross join lateral (
      select true, audit.ids_in(children) union all select false, audit.ids_in(missed)) x (is_given, child_id)
  ), found as (
    insert into audit.access (child_id, entry_id, is_given) select child_id, entry_id, is_given from touched order by child_id, entry_id
  ), honey as (
    insert into audit.alarm (kind, subject, role, office, states, child_id, records, entry_id)
    select 'HONEY', e.subject, e.role, e.office, e.states, child_id, e.records, e.id
    from touched join audit.honey using (child_id) join told e on e.id = touched.entry_id returning *
  )
  select jsonb_agg(to_jsonb(honey)) into alarms from honey;

  -- Read in bulk, once an hour. Who has not opened so many in all, the same ones counted again, has not opened so many.
  with last as (
    select distinct on (e.subject) e.* from audit.link l join audit.entry e on e.id = l.entry_id
    where l.service = of_service and l.seq > before and e.act = 'READ' and not exists (
      select from audit.alarm x where x.subject = e.subject and x.kind = 'MASS' and x.at > clock_timestamp() - interval '1 hour')
    order by e.subject, l.seq desc
  ), many as (
    select last.* from last where (select sum(e.records) from audit.entry e
      where e.act = 'READ' and e.subject = last.subject and e.at > clock_timestamp() - interval '1 hour') > audit.many_records()
  ), mass as (
    insert into audit.alarm (kind, subject, role, office, states, records, entry_id)
    select 'MASS', many.subject, many.role, many.office, many.states, seen.n, many.id
    from many cross join lateral (
      select count(distinct child_id)::int as n from (
        select distinct e.children from audit.entry e
        where e.act = 'READ' and e.subject = many.subject and e.at > clock_timestamp() - interval '1 hour') page,
        audit.ids_in(page.children) child_id) seen
    where seen.n > audit.many_records() returning *
  )
  select nullif(coalesce(alarms, '[]') || coalesce(jsonb_agg(to_jsonb(mass)), '[]'), '[]') into alarms from mass;
end $$;
