-- Who is signed in: a schema of the gateway's own, with a login that can touch nothing else. No secret is kept, only hashes.
create schema sessions;

create table sessions.subject (
  sub text primary key,
  kind text not null check (kind in ('person', 'machine')),
  name text not null,
  actor jsonb,
  epoch integer not null default 1,
  revoked_at timestamptz(3),
  signed_in_at timestamptz(3)
);

create table sessions.session (
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  sub text not null references sessions.subject,
  epoch integer not null,
  actor jsonb not null,
  name text not null,
  started_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint session_ends_after_it_starts check (ends_at > started_at)
);
create index session_sub_idx on sessions.session (sub);
create index session_ended_at_idx on sessions.session (ended_at);

create table sessions.personal_token (
  id uuid primary key,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  sub text not null references sessions.subject,
  epoch integer not null,
  actor jsonb not null,
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  used_at timestamptz(3),
  revoked_at timestamptz(3),
  constraint token_ends_after_it_starts check (ends_at > created_at)
);
create unique index personal_token_token_hash_key on sessions.personal_token (token_hash);
create index personal_token_sub_idx on sessions.personal_token (sub);
create index personal_token_revoked_at_idx on sessions.personal_token (revoked_at);

-- A sign-in under way: what must come back with the answer of the issuer. Once only, ten minutes at most.
create table sessions.sign_in (
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  state text not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  ends_at timestamptz(3) not null
);

-- Whoever ends a session, a token or all that a subject holds wakes the gateways; no caller can forget to.
create function sessions.tell_end() returns trigger language plpgsql as $$
begin
  perform pg_notify('vigia_sessions', '');
  return null;
end $$;
create trigger tell_end after update of ended_at on sessions.session for each statement execute function sessions.tell_end();
create trigger tell_end after update of revoked_at on sessions.personal_token for each statement execute function sessions.tell_end();
create trigger tell_end after insert or update of epoch on sessions.subject for each statement execute function sessions.tell_end();

do $$
begin
  create role vigia_sessions nologin;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema sessions to vigia_sessions;
grant select, insert, update, delete on all tables in schema sessions to vigia_sessions;
