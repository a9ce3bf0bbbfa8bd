-- When the public prosecutor was asked for an urgent measure, who has three hours to decree it (A13; LGDNNA art. 122 VI). What no file
-- tells is unknown. What is asked for is neither ordered nor ruled on before.
alter table placements.urgent_measure
  add column requested_at timestamptz(3),
  add constraint measure_is_ordered_once_requested check (ordered_at >= requested_at),
  add constraint measure_is_ratified_once_requested check (ratified_at >= requested_at);

-- As it was, with what is new.
create or replace function oversight.detail_of(entity text, p jsonb) returns jsonb language sql immutable parallel safe as $$
  select case entity
    when 'detection' then jsonb_build_object('comar_notified_at', p -> 'comar_notified_at', 'dif_notified_at', p -> 'dif_notified_at',
      'consulate_notified_at', p -> 'consulate_notified_at', 'acta', p -> 'acta')
    when 'detection_evidence' then jsonb_build_object('detection_id', p -> 'detection_id', 'handed_over_at', p -> 'handed_over_at',
      'had_interpreter', p -> 'had_interpreter', 'protection_need', p -> 'protection_need', 'evaluated_on', p -> 'evaluated_on',
      'evaluation_result', p -> 'evaluation_result', 'procedure_opened_on', p -> 'procedure_opened_on',
      'procedure_decided_on', p -> 'procedure_decided_on',
      'interviewed_at', p -> 'interviewed_at', 'presented_at', p -> 'presented_at', 'entered_on', p -> 'entered_on',
      'has_handover_act', p ->> 'handover_number' is not null,
      'handover_tells_notice', p -> 'handover_tells_notice', 'handover_has_receipt', p -> 'handover_has_receipt')
    when 'migration_document' then jsonb_build_object('document', p -> 'document', 'status', p -> 'status',
      'granted_on', p -> 'granted_on', 'issued_on', p -> 'issued_on', 'holder', p -> 'holder',
      'geographic_restriction', p -> 'geographic_restriction', 'curp_assigned', p -> 'curp_assigned')
    when 'asylum_claim' then jsonb_build_object('status', p -> 'status', 'status_on', p -> 'status_on',
      'notified_on', p -> 'notified_on')
    when 'stay' then case when coalesce(p ->> 'sleeps_with', p ->> 'siblings_apart', p ->> 'missing_reported') is not null
      then jsonb_build_object('sleeps_with', p -> 'sleeps_with', 'siblings_apart', p -> 'siblings_apart',
        'missing_reported', p -> 'missing_reported', 'missing_reported_at', p -> 'missing_reported_at', 'told_at', p -> 'recorded_at') end
    when 'urgent_measure' then jsonb_build_object('stay_id', p -> 'stay_id', 'requested_at', p -> 'requested_at',
      'ordered_at', p -> 'ordered_at', 'ratified_at', p -> 'ratified_at')
    when 'protection_case' then jsonb_build_object('state', p -> 'state', 'transition_plan_on', p -> 'transition_plan_on')
    when 'representation' then jsonb_build_object('forum', p -> 'forum', 'suspension', p -> 'suspension',
      'suspension_on', p -> 'suspension_on')
    when 'counsel_request' then jsonb_build_object('answer', p -> 'answer', 'answered_on', p -> 'answered_on')
    when 'determination' then jsonb_build_object('authority', p -> 'authority', 'interpreter', p #> '{guarantees,INTERPRETER}')
    when 'complaint' then jsonb_build_object('report_asked_on', p -> 'report_asked_on', 'report_answered_on', p -> 'report_answered_on',
      'against', p -> 'against')
    when 'return_plan' then jsonb_build_object('folio', p -> 'folio', 'planned_on', p -> 'planned_on')
    when 'executed_return' then jsonb_build_object('folio', p -> 'folio')
    when 'return_checklist' then jsonb_build_object('return_id', p -> 'return_id', 'items', p -> 'items')
  end
$$;
