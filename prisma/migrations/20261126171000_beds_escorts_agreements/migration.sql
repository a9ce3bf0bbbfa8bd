-- Evidence of steps that had no place (domain.md 2.1, 3.13): the bed of a child in a place, the place that the act of hand-over names, how a
-- register's place is reached, who escorted a return and by which plan INM says that it was made, when a reunification was agreed. What no
-- file tells is unknown.
alter table placements.stay add column bed text;
alter table placements.facility_record add column contact text;

alter table children.detection_evidence
  add column handed_over_to text,
  add constraint place_of_a_handover_has_its_number check (handed_over_to is null or handover_number is not null);

alter table returns.executed_return add column plan_folio text;
alter table returns.return_checklist
  add column escort_women int constraint escort_women_are_some check (escort_women between 0 and 99),
  add column escort_men int constraint escort_men_are_some check (escort_men between 0 and 99),
  add constraint escort_is_somebody check (case items ->> 'SPECIALISED_ESCORT'
    when 'YES' then escort_women is null or escort_men is null or escort_women + escort_men > 0
    when 'NO' then coalesce(escort_women, 0) + coalesce(escort_men, 0) = 0
    else true end);

alter table representation.protection_case
  add column reunification_agreed_on date,
  add constraint reunification_agreed_once_opened check (reunification_agreed_on >= outbox.mx_date(opened_at));
