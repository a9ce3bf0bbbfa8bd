-- Of acts of others their days are told (20261127110000_acts_of_others), and they were told to the millisecond: an entry can be held against
-- the entries that a place tells of, and gives the place. Each instant is the first of its local day; `before` says how many acts of the same
-- child, file or stay came earlier, so that what happened on one day stays in its order.
create function sec.day_of(instant text) returns text language sql immutable as $$
  select format('outbox.mx_date(%s)::timestamp at time zone ''America/Mexico_City''', instant)
$$;
create function sec.noted_on(day text) returns text language sql immutable as $$
  select format('%s::timestamp at time zone ''UTC''', day)
$$;

-- The child is seen as its policy has it; a view reads for its owner, whom no policy holds.
create function sec.tell_of_others(service text, acts text, side text, of_state text, told text, belongs_to text, since text) returns void
language plpgsql as $$
begin
  execute format('drop view if exists %I.%I', service, acts || '_of_others');
  execute format($view$
    create view %1$I.%2$s with (security_barrier) as
    select %3$I.id, %3$I.child_id as "childId", %4$s, %5$s as side, case when %5$s = 'STATE' then %6$s end as "ofState",
      (select count(*) from %1$I.%3$I earlier where earlier.%9$I = %3$I.%9$I and (coalesce(earlier.%10$I, 'infinity'), earlier.id)
        < (coalesce(%3$I.%10$I, 'infinity'), %3$I.id))::int as before
    from %1$I.%3$I
    where (select sec.oversees()) is not null and %7$s is not true
      and ((select sec.way()) = 'ALL'
        or (select sec.way()) = 'SIGHT' and exists (select from %8$s = %3$I.child_id and (c.state = any ((select sec.own_states())::char(2)[])
          or exists (select from %1$I.child_sight s where s.child_id = %3$I.child_id and s.states && (select sec.own_states())::char(2)[])))
        or (select sec.way()) = 'ACTS' and exists (select from %1$I.act_here a where a.child_id = %3$I.child_id)
        or %3$I.child_id = any ((select sec.opened())::uuid[]))$view$,
    service, acts || '_of_others', acts, told, side, of_state, sec.is_overseen(side, of_state),
    case service when 'children' then 'children.child c where c.id' else service || '.child_ref c where c.child_id' end, belongs_to, since);
  execute format('grant select on %I.%I to %I', service, acts || '_of_others', 'vigia_' || service || '_reader');
end $$;
revoke all on function sec.day_of(text), sec.noted_on(text), sec.tell_of_others(text, text, text, text, text, text, text) from public;

select sec.tell_of_others('children', 'detection', 'sec.side_of_finder(detection.authority)', 'detection.state',
  format('%s as "detectedAt", detection.state, detection.authority, %s as "ppnnaNotifiedAt", %s as "difNotifiedAt"',
    sec.day_of('detection.detected_at'), sec.day_of('detection.ppnna_notified_at'), sec.day_of('detection.dif_notified_at')),
  'child_id', 'detected_at');
select sec.tell_of_others('children', 'migration_document', '''FEDERAL''', 'null',
  format('%s as "grantedOn", %s as "issuedOn"', sec.noted_on('migration_document.granted_on'), sec.noted_on('migration_document.issued_on')),
  'child_id', 'granted_on');
select sec.tell_of_others('children', 'asylum_claim', '''FEDERAL''', 'null',
  format('%s as "filedOn"', sec.noted_on('asylum_claim.filed_on')), 'child_id', 'filed_on');
-- What kind of place, who runs it and how the stay ended: in whose custody the child was, which is of the base of a child, follows from it.
select sec.tell_of_others('placements', 'stay',
  '(select sec.side_of_place(f.type, f.run_by) from placements.facility f where f.id = stay.facility_id)',
  '(select f.state from placements.facility f where f.id = stay.facility_id)',
  format('%s as "enteredAt", %s as "leftAt", stay.exit_type as "exitType",
    (select f.type from placements.facility f where f.id = stay.facility_id) as "facilityType",
    (select f.run_by from placements.facility f where f.id = stay.facility_id) as "runBy"',
    sec.day_of('stay.entered_at'), sec.day_of('stay.left_at')),
  'child_id', 'entered_at');
select sec.tell_of_others('placements', 'urgent_measure', 'sec.side_of_authority(urgent_measure.authority)',
  'placements.state_of_stay(urgent_measure.stay_id)',
  format('urgent_measure.stay_id as "stayId", %s as "requestedAt", %s as "orderedAt", %s as "ratifiedAt", urgent_measure.authority',
    sec.day_of('urgent_measure.requested_at'), sec.day_of('urgent_measure.ordered_at'), sec.day_of('urgent_measure.ratified_at')),
  'stay_id', 'ordered_at');
select sec.tell_of_others('representation', 'protection_case', 'sec.side_of_case(protection_case.state)', 'protection_case.state',
  format('protection_case.state, %s as "notifiedAt", %s as "openedAt", %s as "closedAt"', sec.day_of('protection_case.notified_at'),
    sec.day_of('protection_case.opened_at'), sec.day_of('protection_case.closed_at')),
  'child_id', 'opened_at');
select sec.tell_of_others('representation', 'determination', 'case determination.authority
    when ''PPNNA'' then sec.side_of_case(representation.state_of_case(determination.case_id))
    else sec.side_of_authority(determination.authority) end', 'representation.state_of_case(determination.case_id)',
  format('determination.case_id as "caseId", %s as "decidedAt", determination.authority', sec.day_of('determination.decided_at')),
  'case_id', 'decided_at');
select sec.tell_of_others('representation', 'restitution_plan', 'sec.side_of_case(representation.state_of_case(restitution_plan.case_id))',
  'representation.state_of_case(restitution_plan.case_id)',
  format('restitution_plan.case_id as "caseId", %s as "issuedOn"', sec.noted_on('restitution_plan.issued_on')), 'case_id', 'issued_on');
select sec.tell_of_others('representation', 'representation', 'sec.side_of_case(representation.state_of_case(representation.case_id))',
  'representation.state_of_case(representation.case_id)',
  format('%s as "startedOn", %s as "endedOn"', sec.noted_on('representation.started_on'), sec.noted_on('representation.ended_on')),
  'child_id', 'started_on');
select sec.tell_of_others('representation', 'counsel_request', 'sec.side_of_case(representation.state_of_case(counsel_request.case_id))',
  'representation.state_of_case(counsel_request.case_id)',
  format('%s as "requestedOn", %s as "answeredOn"', sec.noted_on('counsel_request.requested_on'), sec.noted_on('counsel_request.answered_on')),
  'child_id', 'requested_on');
select sec.tell_of_others('returns', 'executed_return', '''FEDERAL''', 'null',
  format('%s as "departedAt"', sec.day_of('executed_return.departed_at')), 'child_id', 'departed_at');
select sec.tell_of_others('returns', 'return_plan', '''FEDERAL''', 'null',
  format('%s as "plannedOn"', sec.noted_on('return_plan.planned_on')), 'child_id', 'planned_on');
