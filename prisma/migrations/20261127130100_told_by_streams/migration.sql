-- Who was told which steps of alerts by a stream, once they were written to his connection: for dutyToKnow. It only grows: the gateway may
-- add to it, and no login may change, remove or, but by told_of, read a row.

-- Whoever begins to follow: with which rights, and behind which place. `stream` is the name under which the audit has what he is told.
create table stream.follower (
  id uuid not null,
  stream text not null,
  subject text not null,
  role text not null,
  office text,
  states text[],
  after_seq bigint not null,
  -- Whether he came with a cursor: then he says himself that he has what comes before.
  has_cursor boolean not null,
  at timestamptz(3) not null default clock_timestamp(),
  constraint follower_pkey primary key (id)
);
create index follower_subject_stream_after_seq_idx on stream.follower (subject, stream, after_seq) where has_cursor;

-- Many who are told together, written down once and named by each telling.
create table stream.cohort (
  id uuid not null,
  followers uuid[] not null,
  constraint cohort_pkey primary key (id)
);

-- The steps that stood in what was written to the connections of those of the cohort and of some besides, and not of some of the cohort.
create table stream.telling (
  id uuid not null,
  seqs bigint[] not null,
  cohort uuid,
  besides uuid[] not null,
  without uuid[] not null,
  -- All of it was written by then, and at most some moments before.
  at timestamptz(3) not null default clock_timestamp(),
  constraint telling_pkey primary key (id)
);
create index telling_seqs_idx on stream.telling using gin (seqs);

revoke all on stream.follower, stream.cohort, stream.telling from public;
grant insert on stream.follower, stream.cohort, stream.telling to vigia_gateway;
-- To leave out what stands there already, where nobody knows whether it was written.
grant select (id) on stream.cohort, stream.telling to vigia_gateway;

-- Of each step of an alert, to whom it was written, when first and how often; and since when he is known to have it: he came back to
-- the same stream with a cursor of it or of after it.
create function stream.told_of(alert uuid)
  returns table (step_id bigint, role text, subject text, office text, told_at timestamptz, times int, known_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  with steps as materialized (
    select s.seq, s.step_id from stream.alert_step s where s.alert_id = alert
  ), tellings as materialized (
    select t.seqs, t.cohort, t.besides, t.without, t.at from stream.telling t where t.seqs && (select array_agg(seq) from steps)
  ), told as (
    select s.step_id, s.seq, w.follower, t.at
    from tellings t join steps s on s.seq = any (t.seqs) left join stream.cohort c on c.id = t.cohort
    cross join lateral unnest(coalesce(c.followers, '{}') || t.besides) w(follower)
    where w.follower <> all (t.without)
  ), first as (
    select t.step_id, t.seq, f.role, f.subject, f.office, f.stream, min(t.at) as told_at, count(*)::int as times
    from told t join stream.follower f on f.id = t.follower
    group by t.step_id, t.seq, f.role, f.subject, f.office, f.stream
  )
  select step_id, role, subject, office, told_at, times, (
    select min(b.at) from stream.follower b
    where b.subject = first.subject and b.stream = first.stream and b.has_cursor and b.after_seq >= first.seq and b.at >= first.told_at)
  from first
$$;
revoke all on function stream.told_of from public;
grant execute on function stream.told_of to vigia_oversight;
