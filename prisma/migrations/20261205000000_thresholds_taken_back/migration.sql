-- What was set in the place of a threshold is taken back from a day on: an entry without an amount, since the table only grows. From then
-- on that of the nation holds in the state, and of the nation that with which the registry came.
alter table oversight.alert_threshold alter column amount drop not null;
