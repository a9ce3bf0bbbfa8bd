-- As it was; but a record that stands for nobody was asked for also where it was refused: by an officer of INM, who is given nothing, most of all.
create or replace function audit.opened_alone(ids bigint[]) returns jsonb
  language sql volatile set search_path = pg_catalog, pg_temp as $$
  with opened as materialized (
    select e.id, e.subject, e.role, e.office, e.states, e.records, e.at, h.child_id
    from audit.entry e join audit.honey h on audit.holds(e.children, h.child_id) or audit.holds(e.missed, h.child_id)
    where e.id = any (ids) and e.act in ('READ', 'OPEN', 'EMERGENCY', 'REFUSED')
  ), told_later as materialized (
    select e.id, e.subject, e.role, e.office, e.states, e.records, e.at, h.child_id
    from audit.entry b
    join audit.entry e on e.subject = substring(b.asked[1] from 'stream:.*$') and e.at > b.at - interval '61 seconds' and e.at <= b.at
    join audit.honey h on audit.holds(e.children, h.child_id) or audit.holds(e.missed, h.child_id)
    where exists (select from audit.honey) and b.id = any (ids) and b.asked[1] like 'alertRaised begins stream:%' and e.act = 'READ'
  ), followed as materialized (
    select distinct on (f.subject, o.child_id) f.subject, f.role, f.office, f.states, o.child_id, o.records, o.id, o.subject as stream
    from (select * from opened union all select * from told_later) o
    join audit.following f on f.stream = o.subject and f.begun_at <= o.at + interval '61 seconds' and coalesce(f.ended_at, f.until) >= o.at
    order by f.subject, o.child_id, o.id desc
  ), honey as (
    insert into audit.alarm (kind, subject, role, office, states, child_id, records, entry_id)
    select 'HONEY', o.subject, o.role, o.office, o.states, o.child_id, o.records, o.id
    from opened o where not exists (select from followed f where f.stream = o.subject)
    union all
    select 'HONEY', f.subject, f.role, f.office, f.states, f.child_id, f.records, f.id
    from followed f where not exists (select from audit.alarm x where x.subject = f.subject and x.kind = 'HONEY'
      and x.child_id = f.child_id and x.at > clock_timestamp() - interval '1 hour') returning *
  ), told as (
    insert into audit.alarm (kind, subject, role, office, states, child_id, records, entry_id)
    select case e.act when 'FLAG' then 'UNSIGNED' else e.act end, e.subject, e.role, e.office, e.states,
      (select audit.ids_in(e.children || e.missed) limit 1), e.records, e.id
    from audit.entry e where e.id = any (ids) and e.act in ('EMERGENCY', 'FLAG', 'REPORTED') returning *
  )
  select coalesce(jsonb_agg(to_jsonb(raised)), '[]') from (select * from honey union all select * from told) raised
$$;
