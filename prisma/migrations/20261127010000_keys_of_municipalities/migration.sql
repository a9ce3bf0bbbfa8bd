-- INEGI's key of a municipality (catalogue AGEM, domain.md 3.1), beside its name as it was sent: two digits of the state and three of its
-- own. Null where no file tells. A key never stands beside another state than its own.
alter table children.detection
  add column municipality_key char(5),
  add constraint detection_municipality_is_of_its_state check (
    municipality_key is null or (municipality_key ~ '^[0-9]{5}$' and left(municipality_key, 2) = state));

alter table placements.facility
  add column municipality_key char(5),
  add constraint facility_municipality_is_of_its_state check (
    municipality_key is null or (municipality_key ~ '^[0-9]{5}$' and left(municipality_key, 2) = state));

-- INM reads back what it sent (20261125100000_rows_by_actor): the key too, last, since a view that stands takes new columns at its end.
create or replace view children.detection_sent with (security_barrier) as
  select sent.* from (
    select r.id, r.child_id as "childId", r.acta, r.detected_at as "detectedAt", r.state, r.municipality, r.authority,
        r.detection_type as "detectionType", r.age_group as "ageGroup", r.accompaniment, r.accompaniment_basis as "accompanimentBasis",
        r.ppnna_notified_at as "ppnnaNotifiedAt", r.dif_notified_at as "difNotifiedAt", r.state as state_of_row, b.file_name as "fileName",
        r.line as line, b.taken_at as "takenAt", r.municipality_key as "municipalityKey"
    from children.detection r join children.batch b on b.id = r.batch_id and b.source = 'INM'
    union all
    (select distinct on (r.id) r.id, r.child_id as "childId", r.acta, r.detected_at as "detectedAt", r.state, r.municipality, r.authority,
        r.detection_type as "detectionType", r.age_group as "ageGroup", r.accompaniment, r.accompaniment_basis as "accompanimentBasis",
        r.ppnna_notified_at as "ppnnaNotifiedAt", r.dif_notified_at as "difNotifiedAt", r.state as state_of_row, b.file_name as "fileName",
        null::int as line, b.taken_at as "takenAt", r.municipality_key as "municipalityKey"
    from children.detection r
    join (select c.entity_id, c.of_batch, c.batch_id from children.confirmation c
      where c.entity = 'detection' and c.batch_id in (select id from children.batch where source = 'INM')) c on c.entity_id = r.id and c.of_batch = r.batch_id
    join children.batch b on b.id = c.batch_id
    where r.batch_id not in (select id from children.batch where source = 'INM') order by r.id, b.taken_at desc)
    union all
    (select distinct on (r.id) r.id, r.child_id as "childId", r.acta, r.detected_at as "detectedAt", r.state, r.municipality, r.authority,
        r.detection_type as "detectionType", r.age_group as "ageGroup", r.accompaniment, r.accompaniment_basis as "accompanimentBasis",
        r.ppnna_notified_at as "ppnnaNotifiedAt", r.dif_notified_at as "difNotifiedAt", r.state as state_of_row, b.file_name as "fileName",
        r.line as line, b.taken_at as "takenAt", r.municipality_key as "municipalityKey"
    from children.former_version f
    join children.detection now on now.id = f.entity_id
    cross join lateral jsonb_populate_record(null::children.detection, f.former) r
    join children.batch b on b.id = r.batch_id and b.source = 'INM'
    where f.entity = 'detection' and now.batch_id not in (select id from children.batch where source = 'INM')
      and not exists (select from (select c.entity_id, c.of_batch, c.batch_id from children.confirmation c
      where c.entity = 'detection' and c.batch_id in (select id from children.batch where source = 'INM')) c where c.entity_id = now.id and c.of_batch = now.batch_id)
    order by r.id, f.id desc)
  ) sent
  where (select sec.rule()) = 'OWN_WRITING'
    and ((select sec.ctx() -> 'states') = 'null' or state_of_row = any ((select sec.states())::char(2)[]));
