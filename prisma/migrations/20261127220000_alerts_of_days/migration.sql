-- How many alerts stood open in each state at the end of a day, by severity, as the registry knew it then: counted once, when the day is
-- over. To count eight weeks of a state with ten thousand of them again for each reader took seconds, and beyond that nothing was said.
-- A day has a row for every state and severity, so that none is told from unknown; it tells of no child.
create table oversight.alert_day (
  day date not null,
  -- '00' for alerts about the nation itself.
  state char(2) not null constraint alert_day_state_is_known check (state ~ '^(0[0-9]|[12][0-9]|3[0-2])$'),
  severity text not null constraint alert_day_severity_is_known check (severity in ('AMBER', 'RED', 'CRITICAL')),
  open integer not null constraint alert_day_open_is_no_less_than_none check (open >= 0),
  constraint alert_day_pkey primary key (day, state, severity)
);
revoke update, delete, truncate on oversight.alert_day from vigia_oversight;
create index alert_resolved_at_idx on oversight.alert (resolved_at) where resolved_at is not null;
grant select on oversight.alert_day to vigia_oversight_reader;
