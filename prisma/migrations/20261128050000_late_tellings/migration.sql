-- A file that tells of an earlier day than what is known changes nothing of it. Until now nothing of what it told was kept: once the file of
-- the later day was withdrawn, the fact was gone, or was what a still older file had told, though this one had not been withdrawn. What it
-- tells is a former version now, marked as late: it is older than what is known, whenever it was recorded.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('alter table %I.former_version add column is_late boolean not null default false', service);
  end loop;
end $$;

-- INM reads back what it sent last (20261127020000_receipts_of_rows_that_wait). What it told late it had overruled itself with a file of a
-- later day, and reads it once that is withdrawn. What it withdrew it reads no more, whatever others have told of the fact meanwhile.
do $$
declare
  receipt record;
  own text;
  confirmed text;
  read_ text;
  waiting text;
  spoken_over text;
begin
  -- `later`: columns that came to a view which stood already, and has them at its end.
  for receipt in select * from (values
    ('children', 'detection', 'detections', 'detection_id', 'acta', '{acta}', 'r.state', 'r.state',
      'r.acta, r.detected_at as "detectedAt", r.state, r.municipality, r.authority,
      r.detection_type as "detectionType", r.age_group as "ageGroup", r.accompaniment, r.accompaniment_basis as "accompanimentBasis",
      r.ppnna_notified_at as "ppnnaNotifiedAt", r.dif_notified_at as "difNotifiedAt"', ', r.municipality_key as "municipalityKey"'),
    ('placements', 'stay', 'stays', 'stay_id', 'entered_at', '{acta, nue, curp, entered_at, key, name_key, state}',
      '(select p.state from placements.facility p where p.id = r.facility_id)',
      'coalesce((select p.state from placements.facility p where p.id = (w.raw -> ''placed'' ->> ''facility_id'')::uuid), w.raw ->> ''state'')::char(2)',
      'r.entered_at as "enteredAt", r.left_at as "leftAt", r.exit_type as "exitType"', ''),
    ('returns', 'return_plan', 'executed-returns', 'plan_id', 'planned_on', '{folio}', 'r.state', 'r.state',
      'r.folio, r.state, r.return_type as "returnType", r.destination, r.planned_on as "plannedOn"', ''),
    ('returns', 'executed_return', 'executed-returns', 'return_id', 'departed_at', '{folio}', 'r.state', 'r.state',
      'r.folio, r.state, r.return_type as "returnType", r.destination,
      r.departed_at as "departedAt", r.mode, r.exit_point as "exitPoint", r.receiving_authority as "receivingAuthority"', '')
  ) of_inm (service, entity, feed, placed, wanted, key, state, state_of_waiting, columns, later) loop
    own := format('select id from %I.batch where source = ''INM''', receipt.service);
    confirmed := format('select c.entity_id, c.of_batch, c.batch_id, c.line from %I.confirmation c where c.entity = %L and c.batch_id in (%s)',
      receipt.service, receipt.entity, own);
    read_ := format('r.id, r.child_id as "childId", %s, %s as state_of_row, b.file_name as "fileName", %%s as line,
      b.taken_at as "takenAt"%s', receipt.columns, receipt.state, receipt.later);
    -- Of rows that say the same fact twice the last; none that brings no such fact.
    waiting := format('select distinct on (key) * from (
        select u.raw, u.line, b.file_name, b.taken_at, (u.raw -> ''placed'' ->> %L)::uuid as fact,
          array(select u.raw ->> name from unnest(%L::text[]) name) as key, u.id as waiting_id
        from %I.unmatched_row u join %I.batch b on b.id = u.batch_id and b.source = ''INM'' and b.withdrawn_at is null
        where u.feed = %L and u.matched_at is null and u.raw ->> %L is not null) u
      order by key, taken_at desc, line desc',
      receipt.placed, receipt.key, receipt.service, receipt.service, receipt.feed, receipt.wanted);
    spoken_over := 'exists (select from waiting x where x.fact = r.id and x.taken_at > b.taken_at)';
    execute format('create or replace view %1$I.%2$s_sent with (security_barrier) as
      with waiting as (%9$s)
      select sent.* from (
        select %3$s from %1$I.%2$I r join %1$I.batch b on b.id = r.batch_id and b.source = ''INM''
          where not exists (select from (%5$s) c where c.entity_id = r.id and c.of_batch = r.batch_id) and not %10$s
        union all
        (select distinct on (r.id) %4$s from %1$I.%2$I r
          join (%5$s) w on w.entity_id = r.id and w.of_batch = r.batch_id
          join %1$I.batch b on b.id = w.batch_id
          where not %10$s order by r.id, b.taken_at desc)
        union all
        (select distinct on (r.id) %4$s from %1$I.former_version f
          join %1$I.%2$I now on now.id = f.entity_id
          cross join lateral jsonb_populate_record(null::%1$I.%2$I, f.former) r
          cross join lateral (
            select r.batch_id, r.line union all select c.batch_id, c.line from (%5$s) c where c.entity_id = now.id and c.of_batch = r.batch_id and not f.is_late) w
          join %1$I.batch b on b.id = w.batch_id and b.source = ''INM''
          where f.entity = %2$L and now.batch_id not in (%6$s) and b.withdrawn_at is null
            and not exists (select from (%5$s) c where c.entity_id = now.id and c.of_batch = now.batch_id)
            and not (f.is_late and exists (
              select from (
                select (o.former ->> ''batch_id'')::uuid as batch_id from %1$I.former_version o where o.entity = f.entity and o.entity_id = f.entity_id
                union all select c.batch_id from (%5$s) c where c.entity_id = f.entity_id) told
              join %1$I.batch y on y.id = told.batch_id and y.source = ''INM'' and y.withdrawn_at is null
              where (y.cutoff_on, y.taken_at) > (b.cutoff_on, b.taken_at)))
            and not %10$s
          order by r.id, b.taken_at desc, f.id desc)
        union all
        select coalesce(w.fact, w.waiting_id) as id, (w.raw -> ''placed'' ->> ''child_id'')::uuid as "childId", %7$s,
          %8$s as state_of_row, w.file_name as "fileName", w.line, w.taken_at as "takenAt"%11$s
        from waiting w
        cross join lateral jsonb_populate_record(null::%1$I.%2$I,
          w.raw || jsonb_build_object(''accompaniment'', coalesce(w.raw ->> ''accompaniment'', ''UNDETERMINED''))) r
        where not exists (select from %1$I.%2$I f join %1$I.batch b on b.id = f.batch_id and b.source = ''INM''
          where f.id = w.fact and b.taken_at >= w.taken_at)
      ) sent
      where (select sec.rule()) = ''OWN_WRITING''
        and ((select sec.ctx() -> ''states'') = ''null'' or state_of_row = any ((select sec.states())::char(2)[]))',
      receipt.service, receipt.entity, format(read_, 'r.line'), format(read_, 'w.line'), confirmed, own,
      receipt.columns, receipt.state_of_waiting, waiting, spoken_over, receipt.later);
  end loop;
end $$;

-- When children left by returns of INM, in the version in which INM told of them last (20261127180000_a_return_of_inm_uses_up): one that it
-- told late is the last where INM has told of no later day.
create or replace view returns.departure_by_inm as
  select e.child_id, told.departed_at
  from returns.executed_return e
  cross join lateral (
    select v.departed_at, v.return_type from (
      select e.departed_at, e.return_type, e.batch_id, null::bigint as former, false as is_late
      union all
      select r.departed_at, r.return_type, r.batch_id, f.id, f.is_late
      from returns.former_version f
      cross join lateral jsonb_to_record(f.former) r (departed_at timestamptz, return_type text, batch_id uuid)
      where f.entity = 'executed_return' and f.entity_id = e.id) v
    where exists (
      select from (
        select v.batch_id
        union all
        select c.batch_id from returns.confirmation c
        where c.entity = 'executed_return' and c.entity_id = e.id and c.of_batch = v.batch_id and not v.is_late) said
      join returns.batch b on b.id = said.batch_id
      where b.source = 'INM' and b.withdrawn_at is null)
    and not (v.is_late and exists (
      select from (
        select e.batch_id
        union all
        select (o.former ->> 'batch_id')::uuid from returns.former_version o where o.entity = 'executed_return' and o.entity_id = e.id
        union all
        select c.batch_id from returns.confirmation c where c.entity = 'executed_return' and c.entity_id = e.id) told
      join returns.batch y on y.id = told.batch_id and y.source = 'INM' and y.withdrawn_at is null
      join returns.batch late on late.id = v.batch_id
      where (y.cutoff_on, y.taken_at) > (late.cutoff_on, late.taken_at)))
    order by v.is_late desc, v.former desc nulls first limit 1) told
  where told.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION');
