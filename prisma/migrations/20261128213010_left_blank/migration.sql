-- A row that leaves blank what is known takes nothing back of it: the fact keeps there what other files told. Which cells those are is
-- remembered of each file, so that they go back with the file that told them, and so that INM reads back of its row what stood in it, and
-- not what others had told of the same fact (security.md 3.8).
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format(
      'create table %I.left_blank (
         batch_id uuid not null, entity text not null, entity_id uuid not null, cells text[] not null,
         constraint left_blank_pkey primary key (entity_id, entity, batch_id))', service);
    execute format('create index left_blank_batch_id_idx on %I.left_blank using brin (batch_id)', service);
    execute format('grant select, insert, update, delete, truncate on %I.left_blank to %I', service, 'vigia_' || service);
  end loop;
end $$;

-- The views of 20261128081000_waiting_rows_of_inm, of which a cell that the row left blank is null.
do $$
declare
  receipt record;
  own text;
  confirmed text;
  read_ text;
  waiting text;
  spoken_over text;
  blank text;
begin
  -- `later`: columns that came to a view which stood already, and has them at its end. A column behind @ is one that a row may leave blank.
  for receipt in select * from (values
    ('children', 'detection', 'detections', 'detection_id', 'acta', '{acta}', 'r.state', 'r.state',
      'r.acta, r.detected_at as "detectedAt", r.state, @municipality as municipality, r.authority,
      r.detection_type as "detectionType", coalesce(@age_group, ''UNKNOWN'') as "ageGroup",
      coalesce(@accompaniment, ''UNDETERMINED'') as accompaniment, @accompaniment_basis as "accompanimentBasis",
      @ppnna_notified_at as "ppnnaNotifiedAt", @dif_notified_at as "difNotifiedAt"', ', @municipality_key as "municipalityKey"'),
    ('placements', 'stay', 'stays', 'stay_id', 'entered_at', '{acta, nue, curp, entered_at, key, name_key, state}',
      '(select p.state from placements.facility p where p.id = r.facility_id)',
      'coalesce((select p.state from placements.facility p where p.id = (w.raw -> ''placed'' ->> ''facility_id'')::uuid), w.raw ->> ''state'')::char(2)',
      'r.entered_at as "enteredAt", r.left_at as "leftAt", @exit_type as "exitType"', ''),
    ('returns', 'return_plan', 'executed-returns', 'plan_id', 'planned_on', '{folio}', 'r.state', 'r.state',
      'r.folio, r.state, r.return_type as "returnType", r.destination, r.planned_on as "plannedOn"', ''),
    ('returns', 'executed_return', 'executed-returns', 'return_id', 'departed_at', '{folio}', 'r.state', 'r.state',
      'r.folio, r.state, r.return_type as "returnType", r.destination,
      r.departed_at as "departedAt", @mode as mode, @exit_point as "exitPoint", @receiving_authority as "receivingAuthority"', '')
  ) of_inm (service, entity, feed, placed, wanted, key, state, state_of_waiting, columns, later) loop
    own := format('select id from %I.batch where source = ''INM''', receipt.service);
    confirmed := format('select c.entity_id, c.of_batch, c.batch_id, c.line from %I.confirmation c where c.entity = %L and c.batch_id in (%s)',
      receipt.service, receipt.entity, own);
    read_ := regexp_replace(format('r.id, r.child_id as "childId", %s, %s as state_of_row, b.file_name as "fileName", %%s as line,
      b.taken_at as "takenAt"%s', receipt.columns, receipt.state, receipt.later),
      '@(\w+)', '(select r.\1 where (''\1'' = any (k.cells)) is not true)', 'g');
    blank := format('left join %I.left_blank k on k.entity = %L and k.entity_id = r.id and k.batch_id = b.id', receipt.service, receipt.entity);
    -- Of rows that say the same fact twice that of the latest day, and of that day the last; none that brings no such fact.
    waiting := format('select distinct on (key) * from (
        select u.raw, u.line, b.file_name, b.cutoff_on, b.taken_at, (u.raw -> ''placed'' ->> %L)::uuid as fact,
          array(select u.raw ->> name from unnest(%L::text[]) name) as key, u.id as waiting_id
        from %I.unmatched_row u join %I.batch b on b.id = u.batch_id and b.source = ''INM'' and b.withdrawn_at is null
        where u.feed = %L and u.matched_at is null and u.raw ->> %L is not null) u
      order by key, cutoff_on desc, taken_at desc, line desc',
      receipt.placed, receipt.key, receipt.service, receipt.service, receipt.feed, receipt.wanted);
    spoken_over := 'exists (select from waiting x where x.fact = r.id and (x.cutoff_on, x.taken_at) > (b.cutoff_on, b.taken_at))';
    execute format('create or replace view %1$I.%2$s_sent with (security_barrier) as
      with waiting as (%9$s)
      select sent.* from (
        select %3$s from %1$I.%2$I r join %1$I.batch b on b.id = r.batch_id and b.source = ''INM'' %12$s
          where not exists (select from (%5$s) c where c.entity_id = r.id and c.of_batch = r.batch_id) and not %10$s
        union all
        (select distinct on (r.id) %4$s from %1$I.%2$I r
          join (%5$s) w on w.entity_id = r.id and w.of_batch = r.batch_id
          join %1$I.batch b on b.id = w.batch_id %12$s
          where not %10$s order by r.id, b.taken_at desc)
        union all
        (select distinct on (r.id) %4$s from %1$I.former_version f
          join %1$I.%2$I now on now.id = f.entity_id
          cross join lateral jsonb_populate_record(null::%1$I.%2$I, f.former) r
          cross join lateral (
            select r.batch_id, r.line union all select c.batch_id, c.line from (%5$s) c where c.entity_id = now.id and c.of_batch = r.batch_id and not f.is_late) w
          join %1$I.batch b on b.id = w.batch_id and b.source = ''INM'' %12$s
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
          where f.id = w.fact and (b.cutoff_on, b.taken_at) >= (w.cutoff_on, w.taken_at))
      ) sent
      where (select sec.rule()) = ''OWN_WRITING''
        and ((select sec.ctx() -> ''states'') = ''null'' or state_of_row = any ((select sec.states())::char(2)[]))',
      receipt.service, receipt.entity, format(read_, 'r.line'), format(read_, 'w.line'), confirmed, own,
      regexp_replace(receipt.columns, '@(\w+)', 'r.\1', 'g'), receipt.state_of_waiting, waiting, spoken_over,
      regexp_replace(receipt.later, '@(\w+)', 'r.\1', 'g'), blank);
  end loop;
end $$;
