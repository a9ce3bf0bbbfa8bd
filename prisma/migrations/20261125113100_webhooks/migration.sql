-- Webhooks (security.md 6): to whom alerts are told, what has been told to whom and when, and what waits. No row of it is a reader's:
-- an owner is given his own by services/oversight/src/store/webhook-store.ts.

-- What the registry knows of the rights of whoever has registered an endpoint: as the issuer vouched for them when he last asked.
create table oversight.webhook_owner (
  subject text not null,
  role text not null,
  org text,
  states char(2)[],
  scopes text[] not null,
  seen_at timestamptz(3) not null,
  constraint webhook_owner_pkey primary key (subject)
);
-- Whoever was turned out since has no rights until he shows himself again.
create view oversight.webhook_owner_now as
  select o.*, (select s.revoked_at from sessions.subject s where s.sub = o.subject) as revoked_at from oversight.webhook_owner o;
grant select on oversight.webhook_owner_now to vigia_oversight;

create table oversight.webhook_endpoint (
  id uuid not null default outbox.new_id(),
  owner text not null,
  subject text not null,
  url text not null,
  description text not null,
  envelope text not null,
  contact text,
  -- Of the receiver, where it signs receipts: ed25519, base64.
  receipt_key text,
  steps text[] not null,
  -- What its owner wants, within what he may know; null for all.
  kinds text[],
  severities text[],
  states char(2)[],
  status text not null,
  failures int not null default 0,
  pace_in_ms int not null default 0,
  not_before timestamptz(3) not null,
  created_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  constraint webhook_endpoint_pkey primary key (id)
);
create index webhook_endpoint_owner_idx on oversight.webhook_endpoint (owner);
create index webhook_endpoint_subject_idx on oversight.webhook_endpoint (subject);

-- Wrapped by a key that the database never has; of an ed25519 pair the private half, of which the public one is everybody's.
create table oversight.webhook_secret (
  id uuid not null,
  endpoint_id uuid not null,
  form text not null,
  wrapped text not null,
  public_key text,
  created_at timestamptz(3) not null,
  ends_at timestamptz(3),
  constraint webhook_secret_pkey primary key (id)
);
create index webhook_secret_endpoint_id_idx on oversight.webhook_secret (endpoint_id);

-- One row for each step of an alert and each endpoint that wants it; of a lane (whom the alert is about) the earlier goes first.
create table oversight.webhook_delivery (
  id uuid not null default outbox.new_id(),
  endpoint_id uuid not null,
  kind text not null default 'ALERT',
  step_id bigint,
  alert_id uuid,
  lane text not null,
  place bigint not null,
  state text not null default 'WAITING',
  reason text,
  attempts int not null default 0,
  created_at timestamptz(3) not null,
  next_at timestamptz(3) not null,
  claimed_until timestamptz(3) not null,
  done_at timestamptz(3),
  receipt text,
  received_at timestamptz(3),
  constraint webhook_delivery_pkey primary key (id),
  constraint webhook_delivery_endpoint_id_step_id_key unique (endpoint_id, step_id)
);
create index webhook_delivery_due_idx on oversight.webhook_delivery (endpoint_id, next_at) where state = 'WAITING';
create index webhook_delivery_lane_idx on oversight.webhook_delivery (endpoint_id, lane, place) where state = 'WAITING';
create index webhook_delivery_endpoint_id_created_at_id_idx on oversight.webhook_delivery (endpoint_id, created_at desc, id desc);
create index webhook_delivery_alert_id_idx on oversight.webhook_delivery (alert_id);
create index alert_history_at_idx on oversight.alert_history (at);

-- Every try. It only grows.
create table oversight.webhook_attempt (
  id bigserial not null,
  delivery_id uuid not null,
  at timestamptz(3) not null,
  status int,
  took_in_ms int not null,
  fault text,
  next_at timestamptz(3),
  constraint webhook_attempt_pkey primary key (id)
);
create index webhook_attempt_delivery_id_id_idx on oversight.webhook_attempt (delivery_id, id);

-- Mail to people. What waits to be put into one, and what was written: sent by SMTP, or shown where there is none.
create table oversight.mail_waiting (
  step_id bigint not null,
  alert_id uuid not null,
  kind text not null,
  severity text not null,
  state char(2) not null,
  at timestamptz(3) not null,
  constraint mail_waiting_pkey primary key (step_id)
);
create index mail_waiting_state_at_idx on oversight.mail_waiting (state, at);
create table oversight.mail (
  id uuid not null default outbox.new_id(),
  -- An office: a role, of a state where it has one; or who registered an endpoint.
  recipient text not null,
  address text,
  state char(2),
  subject text not null,
  body text not null,
  alert_ids uuid[] not null,
  created_at timestamptz(3) not null,
  attempts int not null default 0,
  next_at timestamptz(3) not null,
  sent_at timestamptz(3),
  fault text,
  constraint mail_pkey primary key (id)
);
create index mail_created_at_id_idx on oversight.mail (created_at desc, id desc);
create index mail_waits_idx on oversight.mail (next_at) where sent_at is null and address is not null;
create index mail_alert_ids_idx on oversight.mail using gin (alert_ids);

-- Jobs of graphile-worker, in a schema that the service's own login fills when it first starts; nobody else's.
create schema oversight_jobs;
create table oversight_jobs.migrations (
  id int not null primary key,
  ts timestamptz not null default now(),
  breaking boolean not null default false
);
grant usage, create on schema oversight_jobs to vigia_oversight;
grant select, insert, update on oversight_jobs.migrations to vigia_oversight;
revoke update, delete, truncate on oversight.webhook_attempt from vigia_oversight;

-- Whether an endpoint is told of a step: its owner may know of the state, as far as is known, and wants it. Asked again at delivery.
create function oversight.is_wanted(e oversight.webhook_endpoint, of_owner char(2)[], step text, severity text, kind text, state char(2))
  returns boolean language sql immutable as $$
  select step = any (e.steps) and (of_owner is null or state = any (of_owner)) and (e.states is null or state = any (e.states))
    and (e.severities is null or severity = any (e.severities)) and (e.kinds is null or kind = any (e.kinds))
$$;

-- A job for each lane. Without the tables of the worker, which its first start makes, the rows wait to be found by it.
create function oversight.add_delivery_jobs(endpoints uuid[], lanes text[]) returns void language plpgsql as $$
begin
  if to_regtype('oversight_jobs.job_spec') is null then return; end if;
  execute $jobs$
    select count(*) from oversight_jobs.add_jobs(array(
      select ('deliver', json_build_object('endpoint', e, 'lane', l), null, null, 1, e::text || ' ' || l, null, null)::oversight_jobs.job_spec
      from (select distinct e, l from unnest($1, $2) x (e, l)) lane))
  $jobs$ using endpoints, lanes;
end $$;

create function oversight.enqueue_deliveries() returns trigger language plpgsql as $$
declare
  endpoints uuid[];
  lanes text[];
begin
  with told as (
    insert into oversight.webhook_delivery (endpoint_id, step_id, alert_id, lane, place, created_at, next_at, claimed_until)
    select e.id, h.id, h.alert_id, a.about || ' ' || a.owner, h.id, h.at, h.at, '-infinity'
    from new_rows h
    join oversight.alert a on a.id = h.alert_id
    join oversight.webhook_endpoint e on e.status = 'ACTIVE'
    join oversight.webhook_owner o on o.subject = e.subject
    where oversight.is_wanted(e, o.states, h.step, h.severity, a.kind, a.state)
    returning endpoint_id, lane
  )
  select array_agg(endpoint_id), array_agg(lane) into endpoints, lanes from told;
  if endpoints is not null then
    perform oversight.add_delivery_jobs(endpoints, lanes);
  end if;
  insert into oversight.mail_waiting (step_id, alert_id, kind, severity, state, at)
  select h.id, h.alert_id, a.kind, h.severity, a.state, h.at from new_rows h join oversight.alert a on a.id = h.alert_id
  where h.step in ('OPENED', 'ESCALATED') and h.severity = 'CRITICAL' and a.resolved_at is null;
  return null;
end $$;
create trigger enqueue_deliveries after insert on oversight.alert_history referencing new table as new_rows
  for each statement execute function oversight.enqueue_deliveries();
