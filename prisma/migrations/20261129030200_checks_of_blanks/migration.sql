-- What a check makes of a blank is no "no" to it, and so it let rows through that it is there to refuse: the day of a report to the police of
-- which nobody says that it was made, and an answer from before its complaint where the day of what it answers is blank. What stands so already
-- is left as it was told.
alter table placements.stay drop constraint stay_report_is_told_of,
  add constraint stay_report_is_told_of check (missing_reported_at is null or missing_reported is true) not valid;
alter table representation.complaint drop constraint complaint_is_answered_once_received,
  add constraint complaint_is_answered_once_received check (
    report_asked_on >= received_on and report_answered_on >= report_asked_on and report_answered_on >= received_on
    and recommended_on >= received_on and recommendation_answered_on >= recommended_on
    and recommendation_answered_on >= received_on) not valid;

-- What is opened for a reason or in an emergency is open for a day (law: opened-records.ts), whoever writes it down.
alter table openings.opening add constraint opening_is_of_a_day check (until <= at + interval '24 hours');
