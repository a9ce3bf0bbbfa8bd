-- A page of what INM sent read, put together and sorted all that its offices ever sent, since nothing is known of the order of a view: 0.7 s
-- of 430,000 detections and 9 s of 620,000 stays, where a service has two, so that no office ever read its stays back. A page is now a function,
-- which reads the facts of one state in the order of an index, as far as the page goes, and asks of each what INM told of it; which rows
-- those are, and how they read, stays as it was (20261128213010_left_blank).
create index detection_state_detected_at_id_idx on children.detection (state, detected_at desc, id desc);
create index executed_return_state_departed_at_id_idx on returns.executed_return (state, departed_at desc, id desc);
create index return_plan_state_planned_on_id_idx on returns.return_plan (state, planned_on desc, id desc);
-- Of former versions those that INM told are looked up, and not found by reading all.
create index former_detections_of_batch on children.former_version ((former ->> 'batch_id')) where entity = 'detection';
create index former_stays_of_batch on placements.former_version ((former ->> 'batch_id')) where entity = 'stay';
create index former_plans_of_batch on returns.former_version ((former ->> 'batch_id')) where entity = 'return_plan';
create index former_returns_of_batch on returns.former_version ((former ->> 'batch_id')) where entity = 'executed_return';

do $$
declare
  receipt record;
  own text;
  said_again text;
  blank text;
  read_ text;
  sent text;
begin
  -- `facts` are read in the order of `ordered`: of stays that is the ledger, which has their state too. A column behind @ is one that a row
  -- may leave blank; the one behind # is that by which the rows are in order.
  for receipt in select * from (values
    ('children', 'detection', 'detections', 'detection_id', 'acta', '{acta}', 'children.detection r', 'r', 'id', 'detected_at', 'timestamptz',
      'r.state', 'r.state',
      'r.acta, # as "detectedAt", r.state, @municipality as municipality, @municipality_key as "municipalityKey", r.authority,
      r.detection_type as "detectionType", coalesce(@age_group, ''UNKNOWN'') as "ageGroup",
      coalesce(@accompaniment, ''UNDETERMINED'') as accompaniment, @accompaniment_basis as "accompanimentBasis",
      @ppnna_notified_at as "ppnnaNotifiedAt", @dif_notified_at as "difNotifiedAt"',
      'acta text, "detectedAt" timestamptz, state char(2), municipality text, "municipalityKey" char(5), authority text,
      "detectionType" text, "ageGroup" text, accompaniment text, "accompanimentBasis" text, "ppnnaNotifiedAt" timestamptz,
      "difNotifiedAt" timestamptz'),
    ('placements', 'stay', 'stays', 'stay_id', 'entered_at', '{acta, nue, curp, entered_at, key, name_key, state}',
      'placements.stay_ledger l join placements.stay r on r.id = l.stay_id', 'l', 'stay_id', 'entered_at', 'timestamptz',
      '(select p.state from placements.facility p where p.id = r.facility_id)',
      'coalesce((select p.state from placements.facility p where p.id = (w.raw -> ''placed'' ->> ''facility_id'')::uuid), w.raw ->> ''state'')::char(2)',
      '# as "enteredAt", r.left_at as "leftAt", @exit_type as "exitType"',
      '"enteredAt" timestamptz, "leftAt" timestamptz, "exitType" text'),
    ('returns', 'return_plan', 'executed-returns', 'plan_id', 'planned_on', '{folio, state}', 'returns.return_plan r', 'r', 'id', 'planned_on', 'date',
      'r.state', 'r.state', 'r.folio, r.state, r.return_type as "returnType", r.destination, # as "plannedOn"',
      'folio text, state char(2), "returnType" text, destination char(3), "plannedOn" date'),
    ('returns', 'executed_return', 'executed-returns', 'return_id', 'departed_at', '{folio, state}', 'returns.executed_return r', 'r', 'id',
      'departed_at', 'timestamptz', 'r.state', 'r.state',
      'r.folio, r.state, r.return_type as "returnType", r.destination,
      # as "departedAt", @mode as mode, @exit_point as "exitPoint", @receiving_authority as "receivingAuthority"',
      'folio text, state char(2), "returnType" text, destination char(3), "departedAt" timestamptz, mode text, "exitPoint" text,
      "receivingAuthority" text')
  ) of_inm (service, entity, feed, placed, wanted, key, facts, ordered, ordered_id, by_, by_type, state, state_of_waiting, columns, types) loop
    own := format('select id from %I.batch where source = ''INM''', receipt.service);
    -- The files of INM that said a fact again, as it stands or as a former version had it.
    said_again := format('select c.batch_id, c.line from %I.confirmation c where c.entity = %L and c.entity_id = %%s and c.of_batch = %%s and c.batch_id in (%s)',
      receipt.service, receipt.entity, own);
    blank := format('left join %I.left_blank k on k.entity = %L and k.entity_id = r.id and k.batch_id = w.id', receipt.service, receipt.entity);
    read_ := regexp_replace(format('r.id as id, r.child_id as "childId", %s, %%s as state_of_row, w.file_name as "fileName", w.line as line,
      w.taken_at as "takenAt"', receipt.columns), '@(\w+)', '(select r.\1 where (''\1'' = any (k.cells)) is not true)', 'g');
    sent := format($sent$
      -- Of rows that say the same fact twice that of the latest day, and of that day the last; none that brings no such fact.
      with waiting as (select distinct on (key) * from (
          select u.raw, u.line, b.file_name, b.cutoff_on, b.taken_at, (u.raw -> 'placed' ->> %3$L)::uuid as fact,
            array(select u.raw ->> name from unnest(%4$L::text[]) name) as key, u.id as waiting_id
          from %1$I.unmatched_row u join %1$I.batch b on b.id = u.batch_id and b.source = 'INM' and b.withdrawn_at is null
          where u.feed = %5$L and u.matched_at is null and u.raw ->> %6$L is not null) u
        order by key, cutoff_on desc, taken_at desc, line desc),
      of_former as (
        select f.* from (%7$s) own cross join lateral (
          select * from %1$I.former_version v where v.entity = %2$L and v.former ->> 'batch_id' = own.id::text offset 0) f
        union all select f.* from %1$I.confirmation c
          join %1$I.former_version f on f.entity = %2$L and f.entity_id = c.entity_id and (f.former ->> 'batch_id')::uuid = c.of_batch and not f.is_late
          where c.entity = %2$L and c.batch_id in (%7$s) and c.of_batch not in (%7$s)),
      former as (
        select distinct on (r.id) %8$s from of_former f
          join %1$I.%2$I now on now.id = f.entity_id
          cross join lateral jsonb_populate_record(null::%1$I.%2$I, f.former) r
          cross join lateral (
            select b.id, b.file_name, b.cutoff_on, b.taken_at, told.line from (
              select r.batch_id, r.line union all select c.batch_id, c.line from (%9$s) c where not f.is_late) told
            join %1$I.batch b on b.id = told.batch_id and b.source = 'INM' and b.withdrawn_at is null) w %10$s
          where now.batch_id not in (%7$s) and not exists (%11$s)
            and not (f.is_late and exists (
              select from (
                select (o.former ->> 'batch_id')::uuid as batch_id from %1$I.former_version o where o.entity = f.entity and o.entity_id = f.entity_id
                union all select c.batch_id from %1$I.confirmation c where c.entity = %2$L and c.entity_id = f.entity_id and c.batch_id in (%7$s)) told
              join %1$I.batch y on y.id = told.batch_id and y.source = 'INM' and y.withdrawn_at is null
              where (y.cutoff_on, y.taken_at) > (w.cutoff_on, w.taken_at)))
            and not exists (select from waiting x where x.fact = r.id and (x.cutoff_on, x.taken_at) > (w.cutoff_on, w.taken_at))
          order by r.id, w.taken_at desc, f.id desc),
      still_waiting as (
        select coalesce(w.fact, w.waiting_id) as id, (w.raw -> 'placed' ->> 'child_id')::uuid as "childId", %12$s,
          %13$s as state_of_row, w.file_name as "fileName", w.line as line, w.taken_at as "takenAt"
        from waiting w
        cross join lateral jsonb_populate_record(null::%1$I.%2$I,
          w.raw || jsonb_build_object('accompaniment', coalesce(w.raw ->> 'accompaniment', 'UNDETERMINED'))) r
        where not exists (select from %1$I.%2$I f join %1$I.batch b on b.id = f.batch_id and b.source = 'INM'
          where f.id = w.fact and (b.cutoff_on, b.taken_at) >= (w.cutoff_on, w.taken_at)))
      select * from (
        (select %14$s from %15$s
          cross join lateral (
            select b.id, b.file_name, b.taken_at, told.line from (
              %16$s union all select r.batch_id, r.line where not exists (%16$s)) told
            join %1$I.batch b on b.id = told.batch_id and b.source = 'INM'
            where not exists (select from waiting x where x.fact = r.id and (x.cutoff_on, x.taken_at) > (b.cutoff_on, b.taken_at))
            order by b.taken_at desc limit 1) w %10$s
          where %17$I.state = $1 and ($2 is null or %17$I.%18$I >= $2) and ($3 is null or %17$I.%18$I < $3)
            and ($4 is null or (%17$I.%18$I, %17$I.%19$I) @ ($4, $5))
          order by %17$I.%18$I #, %17$I.%19$I # limit $6)
        union all
        select * from (select * from former union all select * from still_waiting) sent
        where sent.state_of_row = $1 and ($2 is null or sent.%20$s >= $2) and ($3 is null or sent.%20$s < $3)
          and ($4 is null or (sent.%20$s, sent.id) @ ($4, $5))) sent
      order by sent.%20$s #, sent.id # limit $6$sent$,
      receipt.service, receipt.entity, receipt.placed, receipt.key, receipt.feed, receipt.wanted, own,
      format(replace(read_, '#', 'r.' || receipt.by_), receipt.state), format(said_again, 'now.id', 'r.batch_id'), blank,
      format(said_again, 'now.id', 'now.batch_id'), replace(regexp_replace(receipt.columns, '@(\w+)', 'r.\1', 'g'), '#', 'r.' || receipt.by_),
      receipt.state_of_waiting, format(replace(read_, '#', receipt.ordered || '.' || receipt.by_), receipt.ordered || '.state'), receipt.facts,
      format(said_again, 'r.id', 'r.batch_id'), receipt.ordered, receipt.by_, receipt.ordered_id, substring(receipt.columns from '# as ("\w+")'));

    execute format('drop view %I.%I', receipt.service, receipt.entity || '_sent');
    -- Of one state, from a time on and until another, and beyond a row; the latest first, or the earliest where one reads backwards.
    execute format($made$create function %1$I.%2$I(of_state char(2), since %3$s, until %3$s, beyond %3$s, beyond_id uuid, backwards boolean, many int)
      returns table (id uuid, "childId" uuid, %4$s, state_of_row char(2), "fileName" text, line int, "takenAt" timestamptz)
      language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $body$
      begin
        if sec.rule() is distinct from 'OWN_WRITING' or (sec.ctx() -> 'states' <> 'null' and of_state <> all (sec.states())) is not false then
          return;
        end if;
        return query execute replace(replace(%5$L, '@', case when backwards then '>' else '<' end), '#', case when backwards then 'asc' else 'desc' end)
          using of_state, since, until, beyond, beyond_id, many;
      end $body$ $made$, receipt.service, receipt.entity || '_sent', receipt.by_type, receipt.types, sent);
    execute format('revoke all on function %1$I.%2$I(char, %3$s, %3$s, %3$s, uuid, boolean, int) from public',
      receipt.service, receipt.entity || '_sent', receipt.by_type);
    execute format('grant execute on function %1$I.%2$I(char, %3$s, %3$s, %3$s, uuid, boolean, int) to %4$I',
      receipt.service, receipt.entity || '_sent', receipt.by_type, 'vigia_' || receipt.service || '_reader');
  end loop;
end $$;
