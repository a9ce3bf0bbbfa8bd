-- Each time that a child is no longer represented (A07), or has no status any more (A10), is an alert of its own, named by what ended: under
-- one name for all of them, one that began and ended before its file came was never written down. Those that are there go on under the
-- name of the time to which they belong.
with former as (
  select a.id, a.owner::uuid as child_id, a.since from oversight.alert a
  where a.kind = 'NOT_REPRESENTED' and a.about = 'CHILD' and a.subject like '%/LAPSED'
), owed (accompaniment, qualities) as (
  select accompaniment, qualities from
    unnest(array['UNACCOMPANIED', 'SEPARATED', 'ACCOMPANIED', 'UNDETERMINED']) accompaniment,
    (values (true, array['ADJUNCT', 'SUBSTITUTE']), (false, array['SUBSTITUTE', 'GUARDIAN', 'ORIGINAL'])) v (of_all, qualities)
  where of_all or accompaniment in ('UNACCOMPANIED', 'SEPARATED')
), lapse as (
  select distinct on (a.id) a.id, e.entity_id
  from former a
  join oversight.child_ref c using (child_id)
  join oversight.path_fact e on e.child_id = a.child_id and e.entity = 'representation' and e.until <= a.since
    and exists (select from owed o where o.accompaniment = c.accompaniment and e.code = any (o.qualities))
  cross join lateral (
    select bool_and(was) as was, bool_and(is_there) as is_there from (
      select coalesce(bool_or(r.at < e.until and coalesce(r.until >= e.until, true)), false) as was,
             coalesce(bool_or(r.at <= e.until and coalesce(r.until > e.until, true)), false) as is_there
      from owed o
      left join oversight.path_fact r on r.child_id = a.child_id and r.entity = 'representation' and r.code = any (o.qualities)
      where o.accompaniment = c.accompaniment group by o.qualities) each) served
  where served.was and not served.is_there
  order by a.id, e.until desc, e.entity_id
)
update oversight.alert a set subject = a.subject || '/' || l.entity_id from lapse l where a.id = l.id;

with former as (
  select a.id, a.owner::uuid as child_id, a.since from oversight.alert a
  where a.kind = 'NO_HUMANITARIAN_STATUS' and a.about = 'CHILD' and a.subject like '%/EXPIRED'
), document as (
  select f.child_id, f.entity_id, f.at, case
      when detail ->> 'status' = 'IN_RENEWAL' then null
      when detail ->> 'expires_on' is not null
        then ((detail ->> 'expires_on')::date + 1)::timestamp at time zone 'America/Mexico_City'
      when detail ->> 'status' = 'EXPIRED' then coalesce((detail ->> 'told_at')::timestamptz, f.at) end as until
  from oversight.path_fact f
  where f.entity = 'migration_document' and detail ->> 'status' not in ('REQUESTED', 'DENIED')
    and detail ->> 'document' in ('HUMANITARIAN_VISITOR', 'TEMPORARY_RESIDENT', 'STUDENT_RESIDENT', 'PERMANENT_RESIDENT', 'MEXICAN')
), lapse as (
  select distinct on (a.id) a.id, e.entity_id
  from former a join document e on e.child_id = a.child_id and e.until <= a.since
  where not exists (
    select from document d where d.child_id = a.child_id and d.at <= e.until and coalesce(d.until > e.until, true))
  order by a.id, e.until desc, e.entity_id
)
update oversight.alert a set subject = a.subject || '/' || l.entity_id from lapse l where a.id = l.id;

-- What A07, A10, A15, A16 and A19 ask for is another thing than before.
select oversight.ask_all_again();
