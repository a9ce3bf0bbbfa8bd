-- What persons do about alerts: they acknowledge, assign, comment, answer and close them. Each is a step of the history, with who did
-- it, in which role, for which office, and why; the alert itself keeps how it stands now.
alter table oversight.alert
  -- Rises with whatever changes of it: whoever acts says which version he has seen.
  add column version integer not null default 1,
  -- Somebody sees to it until then; whatever makes it graver ends that at once.
  add column acknowledged_until timestamptz(3),
  add column assigned_office text,
  add column assigned_account text,
  -- Closed by a person while its cause still holds: raised again when it grows graver, resolved by the fact that ends it.
  add column closed_at timestamptz(3),
  -- When a person last did something about it: no step that the clock brings about is told before it.
  add column acted_at timestamptz(3),
  add constraint alert_account_is_of_an_office check (assigned_account is null or assigned_office is not null);

-- A row says how the alert stood from then on, so that as of any instant the latest tells all.
alter table oversight.alert_history
  drop constraint alert_history_step_is_known,
  add constraint alert_history_step_is_known check (step in ('OPENED', 'ESCALATED', 'LOWERED', 'ACKNOWLEDGED',
    'ACKNOWLEDGEMENT_ENDED', 'ASSIGNED', 'COMMENTED', 'ANSWERED', 'CLOSED', 'RESOLVED')),
  add column version integer not null default 1,
  add column acknowledged_until timestamptz(3),
  add column assigned_office text,
  add column assigned_account text,
  add column is_closed boolean not null default false,
  add column author text,
  add column author_role text,
  add column author_office text,
  add column words text constraint alert_history_words_are_bounded check (length(words) <= 500),
  add constraint alert_history_persons_sign check (
    (author is not null) = (step in ('ACKNOWLEDGED', 'ASSIGNED', 'COMMENTED', 'ANSWERED', 'CLOSED'))
    and (author is null) = (author_role is null)),
  add constraint alert_history_persons_say_why check (words is not null
    or step not in ('ACKNOWLEDGED', 'COMMENTED', 'ANSWERED', 'CLOSED'));

create index alert_open_acknowledged on oversight.alert (about, owner) where acknowledged_until is not null;
create index alert_open_assigned on oversight.alert (assigned_office, state, opened_at desc, id desc)
  where assigned_office is not null and resolved_at is null;
create index alert_facility_idx on oversight.alert (facility_id, opened_at desc, id desc) where facility_id is not null;

-- How many stand open; of them those that a person has closed though their cause holds. Closing makes no figure smaller.
drop index oversight.alert_open_counted;
create index alert_open_counted on oversight.alert (state, kind, severity) include (closed_at) where resolved_at is null;
create or replace view oversight.alert_counted as
  select state, kind, severity, closed_at is not null as is_closed from oversight.alert where resolved_at is null;

-- What was done under which key of its author: the same once more does nothing, another thing under the same key is refused.
create table oversight.deed (
  author text not null,
  key text not null constraint deed_key_is_bounded check (length(key) between 8 and 100),
  -- SHA-256 of what was asked.
  asked bytea not null constraint deed_asked_is_a_hash check (octet_length(asked) = 32),
  at timestamptz(3) not null default now(),
  constraint deed_pkey primary key (author, key)
);
revoke update, delete, truncate on oversight.deed from vigia_oversight;

-- Whether an alert of a state can be given to an account: a person who has signed in, of that role, and not bound to other states.
create function oversight.is_account_of(account text, of_role text, of_state text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from sessions.subject s
    where s.sub = account and s.kind = 'person' and s.actor ->> 'role' = of_role
      and (jsonb_typeof(s.actor -> 'states') is distinct from 'array' or s.actor -> 'states' ? of_state))
$$;
revoke all on function oversight.is_account_of from public;
grant execute on function oversight.is_account_of to vigia_oversight;

-- What kind of place an alert is about says whose duty it is; it tells of no child.
grant select (facility_id, type) on oversight.facility_ref to vigia_oversight_reader;
