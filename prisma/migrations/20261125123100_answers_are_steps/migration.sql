-- What INM answers by a number of its own becomes a step of the alerts about that number. Not while it answers: neither the answer nor
-- its clock may tell whether there is any (security.md 3.8). It waits here for a day, so that what a late file tells of is answered too.
create table oversight.answer_waiting (
  answer_id uuid not null,
  next_at timestamptz(3) not null,
  until timestamptz(3) not null,
  constraint answer_waiting_pkey primary key (answer_id)
);

-- Of which alerts it has become a step: of each once.
create table oversight.answer_step (
  answer_id uuid not null,
  alert_id uuid not null,
  at timestamptz(3) not null,
  constraint answer_step_pkey primary key (answer_id, alert_id)
);
revoke update, delete, truncate on oversight.answer_step from vigia_oversight;

-- That an authority knows of an alert: the first of its people who opened it, once an authority.
create table oversight.alert_known (
  alert_id uuid not null,
  -- As offices are named in letters: the role, and the state of the alert where the role is of one.
  authority text not null,
  role text not null,
  severity text not null constraint alert_known_severity_is_known check (severity in ('AMBER', 'RED', 'CRITICAL')),
  account text not null,
  at timestamptz(3) not null,
  constraint alert_known_pkey primary key (alert_id, authority)
);
revoke update, delete, truncate on oversight.alert_known from vigia_oversight;
