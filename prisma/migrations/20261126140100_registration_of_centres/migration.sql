-- Whether a centre is in the national registry (A31; LGDNNA arts. 111 I and 112). What no list tells is unknown.
alter table oversight.facility_ref add column registry_status text;

alter table oversight.alert
  drop constraint alert_kind_is_known,
  add constraint alert_kind_is_known check (kind in ('HELD_IN_PROHIBITED_PLACE', 'HELD_WITHOUT_LEGAL_BASIS',
    'PPNNA_NOT_NOTIFIED', 'PROCEDURE_BEFORE_NOTICE', 'HANDOVER_NOT_PROVEN', 'CASE_NOT_PROCESSED', 'NOT_REPRESENTED',
    'COMAR_NOT_NOTIFIED', 'CONSULATE_CONTACTED', 'NO_HUMANITARIAN_STATUS', 'STATUS_WITHOUT_CARD', 'LODGED_WITHOUT_MEASURE',
    'MEASURE_NOT_RATIFIED', 'NO_INITIAL_EVALUATION', 'NO_DETERMINATION', 'RETURN_WITHOUT_DETERMINATION', 'CHILD_DEPORTED',
    'RETURN_WHILE_PENDING', 'FAST_RETURN', 'UNSAFE_RETURN', 'ASYLUM_DECISION_DUE', 'ASYLUM_CLAIM_DUE', 'ASYLUM_REVIEW_DUE',
    'CLAIM_GIVEN_UP_IN_CARE', 'LONG_STAY', 'REVIEW_OVERDUE', 'OVERCROWDED', 'TOO_FEW_CARERS', 'NOT_APART_FROM_ADULTS', 'NO_INTERPRETER',
    'COUNSEL_REQUEST_UNANSWERED', 'REGISTRY_NOT_UPDATED', 'UNREGISTERED_CENTRE', 'UNLISTED_PLACE', 'OFFICE_SILENT',
    'DISAPPEARANCE_NOT_REPORTED', 'NO_TRANSITION_PLAN', 'SECRETARIAT_VACANT', 'OMBUDS_REPORT_DUE', 'SECURITY_BREACH', 'BACKLOG_GROWS'));

-- A registry that has been running has read of these places before it knew what to keep of them.
update oversight.facility_ref r set registry_status = f.registry_status from placements.facility f where f.id = r.facility_id;
select oversight.ask_again('FACILITY', array(select facility_id::text from oversight.facility_ref));
