-- A partner reads the alerts of the states that its agreement names, each under a word of its own (services/oversight, alert.ts). Steps
-- of an alert are seen with the alert, as before.
alter policy by_actor on oversight.alert using (
  (select sec.sees_all())
  or (select sec.rule()) in ('STATES', 'CASES', 'PLACED', 'STATE_ACTS', 'AGREEMENT') and state = any ((select sec.states())::char(2)[]));

-- Partners read alerts by the hour, and those of one hour in no order: an order that all share would tell what the hours do not.
create index alert_hour_idx on oversight.alert (date_bin('1 hour', opened_at, '2000-01-01T00:00:00Z'::timestamptz) desc);
create index alert_state_hour_idx on oversight.alert (state, date_bin('1 hour', opened_at, '2000-01-01T00:00:00Z'::timestamptz) desc);
