-- The third layer (security.md 3.4): a service answers with a second login, which owns nothing, changes nothing, and sees the rows
-- of a child only as far as the actor of its transaction may know of that child. Who that is stands in a context that the service
-- signs and that is verified here with a key which no login can read. Without a context, or with one that is altered, borrowed or
-- older than half a minute, a statement ends in an error and never in rows. prisma/src/row-context.ts signs, reader.ts sets it.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    begin
      execute format('create role %I nologin', 'vigia_' || service || '_reader');
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

create schema sec;

-- A key of each login, as HMAC-SHA-256 uses it: the key with the inner and with the outer padding. The former key stays until the
-- next one comes, so that whoever still signs with it is understood while a password is changed.
create table sec.key (
  login text not null,
  id text not null,
  inner_pad bytea not null,
  outer_pad bytea not null,
  since timestamptz not null default clock_timestamp(),
  constraint key_pkey primary key (login, id)
);

-- prisma/src/roles.ts, with each start of the program. An administrator's alone.
create function sec.keep_key(of_login text, key_id text, with_inner bytea, with_outer bytea) returns void language sql as $$
  insert into sec.key (login, id, inner_pad, outer_pad) values (of_login, key_id, with_inner, with_outer) on conflict do nothing;
  delete from sec.key k where k.login = of_login and k.id <> key_id
    and k.id <> (select o.id from sec.key o where o.login = of_login and o.id <> key_id order by o.since desc limit 1)
$$;

-- app.ctx = <key id>.<base64 of JSON>.<hex HMAC-SHA-256 of "<key id>.<base64>">. The JSON: until (seconds since 1970), rule, states,
-- parties, opened.
create function sec.ctx() returns jsonb language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
declare
  raw constant text := current_setting('app.ctx', true);
  part constant text[] := string_to_array(raw, '.');
  of_key sec.key;
  actor jsonb;
begin
  if array_length(part, 1) is distinct from 3 then
    raise exception 'No actor.' using errcode = '28000';
  end if;
  select * into of_key from sec.key k where k.login = session_user and k.id = part[1];
  -- Digests of both sides are compared: how long that takes says nothing of the code.
  if not found or sha256(convert_to(part[3], 'UTF8')) <> sha256(convert_to(encode(
      sha256(of_key.outer_pad || sha256(of_key.inner_pad || convert_to(part[1] || '.' || part[2], 'UTF8'))), 'hex'), 'UTF8')) then
    raise exception 'No actor.' using errcode = '28000';
  end if;
  actor := convert_from(decode(part[2], 'base64'), 'UTF8')::jsonb;
  if (actor ->> 'until')::numeric < extract(epoch from clock_timestamp()) is not false then
    raise exception 'No actor any more.' using errcode = '28000';
  end if;
  return actor;
end $$;

-- What policies ask, each once a statement: (select sec.…()). None is null, so that nothing is let through by what is unknown.
create function sec.rule() returns text language sql stable parallel safe as $$ select coalesce(sec.ctx() ->> 'rule', 'NONE') $$;
create function sec.sees_all() returns boolean language sql stable parallel safe as $$ select sec.rule() = 'ALL' $$;
create function sec.texts(of_kind text) returns text[] language sql stable parallel safe as $$
  select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(coalesce(nullif(sec.ctx() -> of_kind, 'null'), '[]')) value
$$;
create function sec.states() returns char(2)[] language sql stable parallel safe as $$ select sec.texts('states')::char(2)[] $$;
create function sec.parties() returns text[] language sql stable parallel safe as $$ select sec.texts('parties') $$;
create function sec.opened() returns uuid[] language sql stable parallel safe as $$ select sec.texts('opened')::uuid[] $$;

-- Which rows of a table the reader sees; its own login, which takes in and counts, sees all of them as before.
create function sec.guard(service text, guarded text, condition text) returns void language plpgsql as $$
begin
  execute format('alter table %I.%I enable row level security', service, guarded);
  execute format('create policy own_login on %I.%I to %I using (true) with check (true)', service, guarded, 'vigia_' || service);
  execute format('create policy by_actor on %I.%I for select to %I using (%s)',
    service, guarded, 'vigia_' || service || '_reader', condition);
end $$;
-- Rows that say of whom they are: as the child itself is seen. "select true" and not "exists", here and below: the planner would read
-- all children in sight into a hash for the sake of the fifty rows of a page, where one look into an index a row is meant.
create function sec.guard_of_children(service text, guarded text) returns void language sql as $$
  select sec.guard(service, guarded, format('(select sec.sees_all()) or (select true from %s c where c.%s = %I.child_id)',
    case service when 'children' then 'children.child' else service || '.child_ref' end,
    case service when 'children' then 'id' else 'child_id' end, guarded))
$$;

revoke all on all functions in schema sec from public;
do $$
declare
  service text;
  reader text;
  granted text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    reader := 'vigia_' || service || '_reader';
    execute format('grant usage on schema sec, %I, outbox, audit to %I', service, reader);
    execute format('grant execute on function sec.ctx(), sec.rule(), sec.sees_all(), sec.texts(text), sec.states(), sec.parties(),
      sec.opened() to %I', reader);
    execute format('grant select on outbox.service_version, outbox.registry, outbox.uncounted_batch to %I', reader);
    execute format('grant execute on function audit.record(text, text, text, text, text, text, text[], text[], text[], text[], text,
      int, bytea, bytea, uuid) to %I', reader);
    foreach granted in array array['batch', 'delta', 'day_counter', 'month_counter', 'cube', 'month_cube'] loop
      execute format('grant select on %I.%I to %I', service, granted, reader);
    end loop;
    -- Not the row as it came, which holds what could not be joined.
    execute format('grant select (id, batch_id, feed, line, keys, reason, recorded_at, matched_at) on %I.unmatched_row to %I',
      service, reader);
    -- Files are of whom they speak for; those of the whole country are read by who reads of all of it. Which of them were taken in,
    -- and until when they tell, every figure needs.
    perform sec.guard(service, 'unmatched_row', format('(select sec.sees_all()) or exists (
      select from %I.batch b where b.id = batch_id and b.state = any ((select sec.states())::char(2)[]))', service));
  end loop;
end $$;

-- A service speaks for itself alone, with either of its logins.
create or replace function audit.speaking_for(service text) returns text language plpgsql stable set search_path = pg_catalog as $$
begin
  if session_user ~ '^vigia_(children|placements|representation|returns|oversight|gateway)(_reader)?$'
    and session_user not in ('vigia_' || service, 'vigia_' || service || '_reader') then
    raise exception 'This login does not speak for %.', service using errcode = '42501';
  end if;
  return service;
end $$;

-- Of children. Names and birth dates are not the reader's: no answer tells them. Neither is whom a mandate was given to.
grant select (id, folio, sex, age_group, nationality, accompaniment, state, first_detected_at, language, batch_id, line, recorded_at)
  on children.child to vigia_children_reader;
grant select on children.identifier, children.family_tie, children.detection, children.detection_evidence, children.relative,
  children.migration_document, children.asylum_claim, children.identifier_ref, children.case_ref, children.stay_ref,
  children.place_ref, children.child_sight to vigia_children_reader;
grant select on audit.access_told to vigia_children_reader;

-- By what they hold themselves, so that looking for a child leads to no other child.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns'] loop
    perform sec.guard(service, 'child_sight', 'states && (select sec.states()) or parties && (select sec.parties())');
  end loop;
end $$;
select sec.guard('children', 'case_ref', 'state = any ((select sec.states())::char(2)[])');
select sec.guard('children', 'stay_ref', '(
  select true from children.place_ref p where p.facility_id = stay_ref.facility_id and p.state = any ((select sec.states())::char(2)[]))');

-- Of which children there is a file or a notice in the actor's states. A view, since a policy of the child cannot lead through the
-- policy of its detections back to itself.
create view children.filed_here with (security_barrier) as
  select child_id, state from children.case_ref where state = any ((select sec.states())::char(2)[])
  union all
  select child_id, state from children.detection where ppnna_notified_at is not null and state = any ((select sec.states())::char(2)[]);
grant select on children.filed_here to vigia_children_reader, vigia_children;

-- services/children/src/store/in-sight.ts, which asks the same of its own accord.
select sec.guard('children', 'child', $condition$
  (select sec.sees_all())
  or id = any ((select sec.opened())::uuid[])
  or (state = any ((select sec.states())::char(2)[]) or (select true from children.child_sight s where s.child_id = child.id))
    and case (select sec.rule())
      when 'STATES' then true
      when 'MANDATE' then true
      when 'CASES' then (select true from children.filed_here f where f.child_id = child.id limit 1)
      when 'PLACED' then (select true from children.stay_ref r where r.child_id = child.id limit 1)
      when 'STATE_ACTS' then (select true from children.filed_here f where f.child_id = child.id limit 1)
        or (select true from children.stay_ref r where r.child_id = child.id limit 1)
      else false
    end
$condition$);

-- The other services keep of each child where it was found first, and of some who else may know.
do $$
declare
  service text;
begin
  foreach service in array array['placements', 'representation', 'returns'] loop
    execute format('grant select on %I.child_ref, %I.child_sight to %I', service, service, 'vigia_' || service || '_reader');
    perform sec.guard(service, 'child_ref', format('(select sec.sees_all())
      or child_id = any ((select sec.opened())::uuid[])
      or (select sec.rule()) in (''STATES'', ''CASES'', ''PLACED'', ''STATE_ACTS'', ''MANDATE'')
        and (state = any ((select sec.states())::char(2)[]) or (select true from %I.child_sight s where s.child_id = child_ref.child_id))', service));
  end loop;
end $$;

do $$
declare
  of_children constant jsonb := '{
    "children": ["identifier", "family_tie", "detection", "detection_evidence", "relative", "migration_document", "asylum_claim",
      "identifier_ref"],
    "placements": ["stay", "urgent_measure", "stay_ledger"],
    "representation": ["protection_case", "representation", "counsel_request", "determination", "restitution_plan", "plan_measure",
      "follow_up", "complaint"],
    "returns": ["return_plan", "executed_return", "return_checklist", "return_standing"]}';
  service text;
  guarded text;
begin
  for service, guarded in select s.key, t from jsonb_each(of_children) s, jsonb_array_elements_text(s.value) t loop
    execute format('grant select on %I.%I to %I', service, guarded, 'vigia_' || service || '_reader');
    perform sec.guard_of_children(service, guarded);
  end loop;
end $$;

-- Of no child.
grant select on placements.facility, placements.facility_record, placements.inspection, placements.snapshot to vigia_placements_reader;
grant select on representation.snapshot to vigia_representation_reader;
grant select on oversight.authority_coverage, oversight.authority_day, oversight.authority_month, oversight.authority_place,
  oversight.authority_table, oversight.batch_finding, oversight.feed_batch, oversight.indicator_day, oversight.indicator_month,
  oversight.official_figure to vigia_oversight_reader;
grant select on audit.alarm_told, audit.head_told to vigia_oversight_reader;

-- What figures are counted from where no counter has the cell, without saying of whom any row is.
create view placements.stay_counted as
  select state, kind, facility_id, entered_at, left_at, nationality, age_group, accompaniment from placements.stay_ledger;
create view representation.case_counted as
  select state, notified_at, opened_at, nationality, age_group, accompaniment from representation.case_ledger;
create view representation.child_known as select true as is_known from representation.child_ref limit 1;
grant select on placements.stay_counted to vigia_placements_reader, vigia_placements;
grant select on representation.case_counted, representation.child_known to vigia_representation_reader, vigia_representation;

-- What INM reads back (security.md 3.8): columns and rows that it wrote, in the version that it sent. Its context opens no table of
-- facts at all, and nobody else's opens these.
do $$
declare
  receipt record;
  own text;
  confirmed text;
  read_ text;
begin
  for receipt in select * from (values
    ('children', 'detection', 'r.state', 'r.acta, r.detected_at as "detectedAt", r.state, r.municipality, r.authority,
      r.detection_type as "detectionType", r.age_group as "ageGroup", r.accompaniment, r.accompaniment_basis as "accompanimentBasis",
      r.ppnna_notified_at as "ppnnaNotifiedAt", r.dif_notified_at as "difNotifiedAt"'),
    ('placements', 'stay', '(select p.state from placements.facility p where p.id = r.facility_id)',
      'r.entered_at as "enteredAt", r.left_at as "leftAt", r.exit_type as "exitType"'),
    ('returns', 'return_plan', 'r.state',
      'r.folio, r.state, r.return_type as "returnType", r.destination, r.planned_on as "plannedOn"'),
    ('returns', 'executed_return', 'r.state', 'r.folio, r.state, r.return_type as "returnType", r.destination,
      r.departed_at as "departedAt", r.mode, r.exit_point as "exitPoint", r.receiving_authority as "receivingAuthority"')
  ) of_inm (service, entity, state, columns) loop
    own := format('select id from %I.batch where source = ''INM''', receipt.service);
    confirmed := format('select c.entity_id, c.of_batch, c.batch_id from %I.confirmation c where c.entity = %L and c.batch_id in (%s)',
      receipt.service, receipt.entity, own);
    read_ := format('r.id, r.child_id as "childId", %s, %s as state_of_row, b.file_name as "fileName", %%s as line,
      b.taken_at as "takenAt"', receipt.columns, receipt.state);
    execute format('create view %1$I.%2$s_sent with (security_barrier) as
      select sent.* from (
        select %3$s from %1$I.%2$I r join %1$I.batch b on b.id = r.batch_id and b.source = ''INM''
        union all
        (select distinct on (r.id) %4$s from %1$I.%2$I r
          join (%5$s) c on c.entity_id = r.id and c.of_batch = r.batch_id
          join %1$I.batch b on b.id = c.batch_id
          where r.batch_id not in (%6$s) order by r.id, b.taken_at desc)
        union all
        (select distinct on (r.id) %3$s from %1$I.former_version f
          join %1$I.%2$I now on now.id = f.entity_id
          cross join lateral jsonb_populate_record(null::%1$I.%2$I, f.former) r
          join %1$I.batch b on b.id = r.batch_id and b.source = ''INM''
          where f.entity = %2$L and now.batch_id not in (%6$s)
            and not exists (select from (%5$s) c where c.entity_id = now.id and c.of_batch = now.batch_id)
          order by r.id, f.id desc)
      ) sent
      where (select sec.rule()) = ''OWN_WRITING''
        and ((select sec.ctx() -> ''states'') = ''null'' or state_of_row = any ((select sec.states())::char(2)[]))',
      receipt.service, receipt.entity, format(read_, 'r.line'), format(read_, 'null::int'), confirmed, own);
    execute format('grant select on %I.%I to %I', receipt.service, receipt.entity || '_sent', 'vigia_' || receipt.service || '_reader');
  end loop;
end $$;
