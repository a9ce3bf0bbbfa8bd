-- Independent counsel was known by the spelling of a name, so that two of one name saw each other's children. It is known by a key: a
-- lawyer's cédula profesional or an organisation's CLUNI (services/_law/src/counsel-keys.ts). A mandate without a key shows a child to nobody.
alter table representation.representation
  add column counsel_key text constraint representation_counsel_key_is_known check (counsel_key ~ '^([1-9][0-9]{4,7}|[A-Z][A-Z0-9]{13})$'),
  add constraint counsel_key_is_of_somebody check (counsel_key is null or represented_by is not null);
create index representation_counsel_key_idx on representation.representation (counsel_key) where counsel_key is not null;

-- No mandate that was told so far has a key, and the children service needs no name any more.
delete from children.mandate_ref;
alter table children.mandate_ref drop column represented_by, add column counsel_key text not null;

-- services/children/src/rules/in-sight.ts, for many children at once.
create or replace function children.refresh_sight(ids uuid[]) returns void language sql as $$
  with asked as (
    select distinct child_id from unnest(ids) i (child_id)
  ), concerned as (
    select child_id, d.state from asked join children.detection d using (child_id)
    union
    select child_id, p.state from asked join children.stay_ref s using (child_id) join children.place_ref p using (facility_id)
    where s.left_at is null
    union
    select child_id, k.state from asked join children.case_ref k using (child_id)
  ), further as (
    select child_id, array_agg(s.state order by s.state) as states
    from concerned s join children.child c on c.id = s.child_id where s.state <> c.state group by child_id
  ), mandated as (
    select child_id, array_agg(distinct m.counsel_key) as parties
    from asked join children.mandate_ref m using (child_id)
    where m.quality in ('CSO_LAWYER', 'PRO_BONO', 'FEDERAL_DEFENDER', 'STATE_DEFENDER')
      and exists (select from children.child c where c.id = child_id) group by child_id
  ), sight as (
    select child_id, coalesce(f.states, '{}') as states, coalesce(m.parties, '{}') as parties
    from further f full join mandated m using (child_id)
  ), gone as (
    delete from children.child_sight o using asked a
    where o.child_id = a.child_id and not exists (select from sight s where s.child_id = a.child_id)
  )
  insert into children.child_sight as o (child_id, states, parties) select child_id, states, parties from sight
  on conflict (child_id) do update set states = excluded.states, parties = excluded.parties
  where (o.states, o.parties) is distinct from (excluded.states, excluded.parties)
$$;
drop function children.party_of(text);

-- The other services are told, and forget the names.
select children.refresh_sight(array(select child_id from children.child_sight where parties <> '{}'));
