-- Alerts of one kind, or given to an office, are read by index while they are open; where those that are over were asked for too, all alerts
-- of the states were gone through for them: 1 s of 550,000, of which next to all are over after some years. An alert is written to these
-- indexes once, when it ends; one of open and over alike would be written to with each change of it.
create index alert_over_of_kind on oversight.alert (state, kind, opened_at desc, id desc) where resolved_at is not null;
create index alert_over_assigned on oversight.alert (assigned_office, state, opened_at desc, id desc)
  where resolved_at is not null and assigned_office is not null;
-- Closed by a person while the cause holds: few.
create index alert_closed on oversight.alert (state, opened_at desc, id desc) where closed_at is not null and resolved_at is null;
