-- Whoever the file of a child points at as a danger is not to represent it, and that somebody tried is told to those who oversee it, though
-- nothing of the file is taken in (security.md 10, row 41): an entry of the audit and an alarm.
alter table audit.entry drop constraint entry_act_check;
alter table audit.entry add constraint entry_act_check check (act in ('READ', 'WRITE', 'WITHDRAW', 'REFUSED', 'EXPORT', 'OPEN',
  'EMERGENCY', 'SIGN', 'FLAG', 'SIGN_IN', 'SIGN_OUT', 'KEY', 'REPORTED'));
alter table audit.alarm drop constraint alarm_kind_check;
alter table audit.alarm add constraint alarm_kind_check check (kind in ('HONEY', 'MASS', 'EMERGENCY', 'UNSIGNED', 'REPORTED'));

-- As it was, with what is told of files.
create or replace function audit.opened_alone(ids bigint[]) returns jsonb
  language sql volatile set search_path = pg_catalog as $$
  with honey as (
    insert into audit.alarm (kind, subject, role, office, states, child_id, records, entry_id)
    select 'HONEY', e.subject, e.role, e.office, e.states, h.child_id, e.records, e.id
    from audit.entry e join audit.honey h on audit.holds(e.children, h.child_id) or audit.holds(e.missed, h.child_id)
    where e.id = any (ids) and e.act in ('READ', 'OPEN', 'EMERGENCY') returning *
  ), told as (
    insert into audit.alarm (kind, subject, role, office, states, child_id, records, entry_id)
    select case e.act when 'FLAG' then 'UNSIGNED' else e.act end, e.subject, e.role, e.office, e.states,
      (select audit.ids_in(e.children || e.missed) limit 1), e.records, e.id
    from audit.entry e where e.id = any (ids) and e.act in ('EMERGENCY', 'FLAG', 'REPORTED') returning *
  )
  select coalesce(jsonb_agg(to_jsonb(raised)), '[]') from (select * from honey union all select * from told) raised
$$;
