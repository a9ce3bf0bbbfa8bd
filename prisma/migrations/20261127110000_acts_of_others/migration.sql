-- The split of ombudspersons (security.md 3.2; services/_law/src/competence.ts): who oversees one side reads the acts of that side whole,
-- and of those of others that there was one, when, and whose it is. The rows of others are kept from it by policy, whatever is asked for;
-- a view beside each table of acts tells of them, and holds no other column. Whose an act is that no file tells is nobody's, and so others'.

-- Of which side, as whoever signed the context says; null for who oversees none.
create function sec.oversees() returns text language sql stable parallel safe as $$ select sec.ctx() ->> 'oversees' $$;
-- The side for which a statement is planned, as sec.planned_way is the way: a plan that was made for another finds nothing.
create function sec.planned_side() returns text language sql immutable parallel safe as $$ select current_setting('app.side', true) $$;

create or replace function sec.enter(signed text) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  actor constant jsonb := sec.verified(signed);
  rule constant text := coalesce(actor ->> 'rule', 'NONE');
  way constant text := case rule when 'ALL' then 'ALL' when 'STATES' then 'SIGHT' when 'MANDATE' then 'SIGHT' else 'ACTS' end;
begin
  insert into sec.entered (xact, until, actor, way, own_states)
  values (pg_current_xact_id(), to_timestamp((actor ->> 'until')::numeric), actor, way,
    case rule when 'STATES' then coalesce(translate(actor ->> 'states', '[]', '{}'), '{}') else '{}' end::char(2)[])
  on conflict do nothing;
  if not found then
    raise exception 'This transaction has an actor.' using errcode = '28000';
  end if;
  perform set_config('app.way', way, true), set_config('app.side', coalesce(actor ->> 'oversees', 'NONE'), true);
end $$;

-- services/_law/src/competence.ts says the same (tests/contract/sides-in-sql.test.ts).
create function sec.side_of_finder(authority text) returns text language sql immutable parallel safe as $$
  select case when authority in ('INM_AFM', 'INM_OPI', 'INM_BETA', 'NATIONAL_GUARD', 'SEDENA', 'SEMAR', 'COMAR') then 'FEDERAL'
    when authority in ('STATE_POLICE', 'MUNICIPAL_POLICE', 'CIVIL_PROTECTION', 'DIF', 'PPNNA', 'MUNICIPALITY') then 'STATE'
    else 'UNKNOWN' end
$$;
create function sec.side_of_authority(authority text) returns text language sql immutable parallel safe as $$
  select case when authority in ('INM', 'SNDIF', 'COMAR', 'CNDH', 'UPMRIP', 'SIPINNA', 'SRE', 'NATIONAL_GUARD') then 'FEDERAL'
    when authority in ('PPNNA', 'DIF', 'CEDH') then 'STATE'
    else 'UNKNOWN' end
$$;
-- Who runs a place is free text; of federal bodies that run places for others' kinds there are three.
create function sec.side_of_place(type text, operator text) returns text language sql immutable parallel safe as $$
  select case when type in ('EM', 'EPA', 'EPB', 'LH', 'CCAN', 'OR', 'PTO', 'CIM', 'CASF') then 'FEDERAL'
    when operator ~* '^\s*(inm|inami|instituto nacional de migraci[oó]n|sndif|dif nacional|sistema nacional( dif| para el desarrollo integral de la familia)|comar|comisi[oó]n mexicana de ayuda a refugiados|(procuradur[ií]a federal\M.*)|pfpnna)\s*$' then 'FEDERAL'
    when type in ('CASE', 'CASM', 'CASP', 'EAH', 'MOD', 'ALB', 'FAM_O', 'FAM_E', 'FAM_A', 'VIA') then 'STATE'
    else 'UNKNOWN' end
$$;
-- No feed brings files of the federal Procuraduría yet: they would be of no state.
create function sec.side_of_case(state char(2)) returns text language sql immutable parallel safe as $$
  select case state when '00' then 'FEDERAL' else 'STATE' end
$$;

-- Of what an act hangs on, whose row may be kept from the actor that the act itself is not kept from.
create function representation.state_of_case(case_id uuid) returns char(2) language sql stable parallel safe security definer
  set search_path = pg_catalog as $$ select c.state from representation.protection_case c where c.id = $1 $$;
create function placements.state_of_stay(stay_id uuid) returns char(2) language sql stable parallel safe security definer
  set search_path = pg_catalog as $$
  select f.state from placements.stay s join placements.facility f on f.id = s.facility_id where s.id = $1
$$;

revoke all on function sec.oversees(), sec.planned_side(), sec.side_of_finder(text), sec.side_of_authority(text),
  sec.side_of_place(text, text), sec.side_of_case(char), representation.state_of_case(uuid), placements.state_of_stay(uuid) from public;
grant execute on function representation.state_of_case(uuid) to vigia_representation_reader;
grant execute on function placements.state_of_stay(uuid) to vigia_placements_reader;
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function sec.oversees(), sec.planned_side(), sec.side_of_finder(text), sec.side_of_authority(text),
      sec.side_of_place(text, text), sec.side_of_case(char) to %I', 'vigia_' || service || '_reader');
  end loop;
end $$;

-- Whether an act of this side, of this state where it is one of a state, is of those that the actor oversees. Null is no.
create function sec.is_overseen(side text, of_state text) returns text language sql as $$
  select format($sql$((%1$s) = (select sec.oversees())
    and ((select sec.oversees()) = 'FEDERAL' or (%2$s) = any ((select sec.states())::char(2)[])))$sql$, side, of_state)
$$;

-- Beside the policy by which the child is seen. What was opened in an emergency is shown, whoever's act tells of it.
create function sec.guard_side(service text, guarded text, is_own text) returns void language plpgsql as $$
begin
  execute format($policy$
    create policy by_side on %1$I.%2$I as restrictive for select to %3$I using (
      case when sec.planned_side() = 'NONE' then (select sec.oversees()) is null
      else (select sec.oversees()) is null or %4$s or child_id = any ((select sec.opened())::uuid[]) end)$policy$,
    service, guarded, 'vigia_' || service || '_reader', is_own);
end $$;
revoke all on function sec.is_overseen(text, text), sec.guard_side(text, text, text) from public;

do $$
declare
  act record;
  child text;
begin
  for act in select * from (values
    ('children', 'detection', 'sec.side_of_finder(detection.authority)', 'detection.state',
      'detection.detected_at as "detectedAt", detection.state, detection.authority,
       detection.ppnna_notified_at as "ppnnaNotifiedAt", detection.dif_notified_at as "difNotifiedAt"'),
    ('children', 'migration_document', '''FEDERAL''', 'null',
      'migration_document.granted_on::timestamp at time zone ''UTC'' as "grantedOn",
       migration_document.issued_on::timestamp at time zone ''UTC'' as "issuedOn"'),
    ('children', 'asylum_claim', '''FEDERAL''', 'null', 'asylum_claim.filed_on::timestamp at time zone ''UTC'' as "filedOn"'),
    -- What kind of place, who runs it and how the stay ended: in whose custody the child was, which is of the base of a child, follows from it.
    ('placements', 'stay', '(select sec.side_of_place(f.type, f.operator) from placements.facility f where f.id = stay.facility_id)',
      '(select f.state from placements.facility f where f.id = stay.facility_id)',
      'stay.entered_at as "enteredAt", stay.left_at as "leftAt", stay.exit_type as "exitType",
       (select f.type from placements.facility f where f.id = stay.facility_id) as "facilityType",
       (select f.operator from placements.facility f where f.id = stay.facility_id) as operator'),
    ('placements', 'urgent_measure', 'sec.side_of_authority(urgent_measure.authority)',
      'placements.state_of_stay(urgent_measure.stay_id)',
      'urgent_measure.stay_id as "stayId", urgent_measure.requested_at as "requestedAt", urgent_measure.ordered_at as "orderedAt",
       urgent_measure.ratified_at as "ratifiedAt", urgent_measure.authority'),
    ('representation', 'protection_case', 'sec.side_of_case(protection_case.state)', 'protection_case.state',
      'protection_case.state, protection_case.notified_at as "notifiedAt", protection_case.opened_at as "openedAt",
       protection_case.closed_at as "closedAt"'),
    ('representation', 'determination', 'case determination.authority
        when ''PPNNA'' then sec.side_of_case(representation.state_of_case(determination.case_id))
        else sec.side_of_authority(determination.authority) end', 'representation.state_of_case(determination.case_id)',
      'determination.case_id as "caseId", determination.decided_at as "decidedAt", determination.authority'),
    ('representation', 'restitution_plan', 'sec.side_of_case(representation.state_of_case(restitution_plan.case_id))',
      'representation.state_of_case(restitution_plan.case_id)',
      'restitution_plan.case_id as "caseId", restitution_plan.issued_on::timestamp at time zone ''UTC'' as "issuedOn"'),
    ('representation', 'representation', 'sec.side_of_case(representation.state_of_case(representation.case_id))',
      'representation.state_of_case(representation.case_id)',
      'representation.started_on::timestamp at time zone ''UTC'' as "startedOn",
       representation.ended_on::timestamp at time zone ''UTC'' as "endedOn"'),
    ('representation', 'counsel_request', 'sec.side_of_case(representation.state_of_case(counsel_request.case_id))',
      'representation.state_of_case(counsel_request.case_id)',
      'counsel_request.requested_on::timestamp at time zone ''UTC'' as "requestedOn",
       counsel_request.answered_on::timestamp at time zone ''UTC'' as "answeredOn"'),
    ('returns', 'executed_return', '''FEDERAL''', 'null', 'executed_return.departed_at as "departedAt"'),
    ('returns', 'return_plan', '''FEDERAL''', 'null', 'return_plan.planned_on::timestamp at time zone ''UTC'' as "plannedOn"')
  ) of_others (service, entity, side, of_state, told) loop
    perform sec.guard_side(act.service, act.entity, sec.is_overseen(act.side, act.of_state));
    child := case act.service when 'children' then 'children.child c where c.id' else act.service || '.child_ref c where c.child_id' end;
    -- The child is seen as its policy has it; a view reads for its owner, whom no policy holds.
    execute format($view$
      create view %1$I.%2$s with (security_barrier) as
      select %3$I.id, %3$I.child_id as "childId", %4$s, %5$s as side, case when %5$s = 'STATE' then %6$s end as "ofState"
      from %1$I.%3$I
      where (select sec.oversees()) is not null and %7$s is not true
        and ((select sec.way()) = 'ALL'
          or (select sec.way()) = 'SIGHT' and exists (select from %8$s = %3$I.child_id and (c.state = any ((select sec.own_states())::char(2)[])
            or exists (select from %1$I.child_sight s where s.child_id = %3$I.child_id and s.states && (select sec.own_states())::char(2)[])))
          or (select sec.way()) = 'ACTS' and exists (select from %1$I.act_here a where a.child_id = %3$I.child_id)
          or %3$I.child_id = any ((select sec.opened())::uuid[]))$view$,
      act.service, act.entity || '_of_others', act.entity, act.told, act.side, act.of_state, sec.is_overseen(act.side, act.of_state), child);
    execute format('grant select on %I.%I to %I', act.service, act.entity || '_of_others', 'vigia_' || act.service || '_reader');
  end loop;
end $$;

-- What belongs to an act is seen as the act is.
select sec.guard_side('children', 'detection_evidence',
  '(select true from children.detection d where d.id = detection_evidence.detection_id)');
select sec.guard_side('placements', 'stay_ledger', sec.is_overseen(
  '(select sec.side_of_place(f.type, f.operator) from placements.facility f where f.id = stay_ledger.facility_id)', 'stay_ledger.state'));
select sec.guard_side('representation', 'plan_measure',
  '(select true from representation.restitution_plan p where p.id = plan_measure.plan_id)');
select sec.guard_side('representation', 'follow_up',
  '(select true from representation.protection_case c where c.id = follow_up.case_id)');
select sec.guard_side('returns', 'return_checklist', sec.is_overseen('''FEDERAL''', 'null'));
select sec.guard_side('returns', 'return_standing', sec.is_overseen('''FEDERAL''', 'null'));
-- Numbers of acts: of a stay, of a file, of a complaint. Whose file or stay it numbers is by who gave it.
select sec.guard_side('children', 'identifier_ref', sec.is_overseen('sec.side_of_authority(identifier_ref.issuer)',
  'coalesce(identifier_ref.state, (select p.state from children.place_ref p where p.facility_id = identifier_ref.facility_id))'));

-- An alert about a child tells where the child is: of a place of others that is not told.
alter table oversight.facility_ref add column side text not null default 'UNKNOWN'
  constraint facility_ref_side_is_known check (side in ('FEDERAL', 'STATE', 'UNKNOWN'));
update oversight.facility_ref r set side = sec.side_of_place(f.type, f.operator) from placements.facility f where f.id = r.facility_id;
grant select (facility_id, state, side) on oversight.facility_ref to vigia_oversight_reader;
grant usage on schema sec to vigia_oversight;
grant execute on function sec.side_of_place(text, text) to vigia_oversight;
