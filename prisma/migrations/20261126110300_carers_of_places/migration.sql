-- How many persons look after the children of a place (A27; LGDNNA art. 110 III). What no list tells is unknown.
alter table placements.facility
  add column carers integer,
  add constraint facility_carers_is_a_number check (carers is null or carers >= 0);
alter table oversight.facility_ref add column carers integer;

alter table oversight.alert
  drop constraint alert_kind_is_known,
  add constraint alert_kind_is_known check (kind in ('HELD_IN_PROHIBITED_PLACE', 'HELD_WITHOUT_LEGAL_BASIS',
    'PPNNA_NOT_NOTIFIED', 'PROCEDURE_BEFORE_NOTICE', 'HANDOVER_NOT_PROVEN', 'CASE_NOT_PROCESSED', 'NOT_REPRESENTED',
    'COMAR_NOT_NOTIFIED', 'CONSULATE_CONTACTED', 'NO_HUMANITARIAN_STATUS', 'STATUS_WITHOUT_CARD', 'LODGED_WITHOUT_MEASURE',
    'MEASURE_NOT_RATIFIED', 'NO_INITIAL_EVALUATION', 'NO_DETERMINATION', 'RETURN_WITHOUT_DETERMINATION', 'CHILD_DEPORTED',
    'RETURN_WHILE_PENDING', 'FAST_RETURN', 'UNSAFE_RETURN', 'ASYLUM_DECISION_DUE', 'ASYLUM_CLAIM_DUE', 'ASYLUM_REVIEW_DUE',
    'CLAIM_GIVEN_UP_IN_CARE', 'LONG_STAY', 'REVIEW_OVERDUE', 'OVERCROWDED', 'TOO_FEW_CARERS', 'NOT_APART_FROM_ADULTS', 'NO_INTERPRETER',
    'COUNSEL_REQUEST_UNANSWERED', 'REGISTRY_NOT_UPDATED', 'UNLISTED_PLACE', 'OFFICE_SILENT', 'DISAPPEARANCE_NOT_REPORTED',
    'NO_TRANSITION_PLAN', 'SECRETARIAT_VACANT', 'OMBUDS_REPORT_DUE', 'SECURITY_BREACH', 'BACKLOG_GROWS'));
