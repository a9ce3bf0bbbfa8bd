-- Silences: an office holds back its own notices of some alerts for a while, for a reason. The alerts themselves, their history and
-- whatever others are told stay as they are. A silence may end sooner; nothing else of it changes.
create table oversight.alert_silence (
  id uuid not null default outbox.new_id(),
  kinds text[] not null constraint alert_silence_is_of_kinds check (cardinality(kinds) between 1 and 100),
  -- Null: of every state of those whose notices are held back.
  state char(2) constraint alert_silence_state_is_known check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'),
  facility_id uuid,
  reason text not null constraint alert_silence_has_a_reason check (length(btrim(reason)) between 20 and 500),
  author text not null,
  -- Whose notices are held back: those of this role.
  author_role text not null,
  author_office text,
  at timestamptz(3) not null,
  until timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_by text,
  constraint alert_silence_pkey primary key (id),
  constraint alert_silence_is_short check (until > at and until <= at + interval '7 days'),
  constraint alert_silence_is_ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
create index alert_silence_at_id_idx on oversight.alert_silence (at desc, id desc);
create index alert_silence_until_idx on oversight.alert_silence (until) where ended_at is null;
revoke update, delete, truncate on oversight.alert_silence from vigia_oversight;
grant update (ended_at, ended_by) on oversight.alert_silence to vigia_oversight;
-- Whose state it is, is for who answers to say: it is of no child.
grant select on oversight.alert_silence to vigia_oversight_reader;

-- Thresholds are read by who may read figures.
grant select on oversight.alert_threshold to vigia_oversight_reader;
alter table oversight.alert_threshold add column set_role text, add column set_office text;

-- From the day on which a threshold is in force everybody is judged by it: not before, since whoever is judged meanwhile forgets what
-- he was asked for then; and in slices, since nobody waits until a million are written down.
create table oversight.threshold_wave (
  threshold_id uuid not null,
  due_at timestamptz(3) not null,
  -- How far it has come among the children; null before it has begun.
  after_child uuid,
  constraint threshold_wave_pkey primary key (threshold_id)
);
create index threshold_wave_due_at_idx on oversight.threshold_wave (due_at);

create or replace function oversight.judge_by_new_threshold() returns trigger language plpgsql as $$
begin
  insert into oversight.threshold_wave (threshold_id, due_at)
  select id, effective_on::timestamp at time zone 'America/Mexico_City' from new_rows;
  return null;
end $$;

-- One slice of the oldest wave; gives how many were asked.
create function oversight.ask_by_wave(now timestamptz, at_most int) returns int language plpgsql as $$
declare
  wave oversight.threshold_wave;
  children uuid[];
begin
  select * into wave from oversight.threshold_wave where due_at <= now order by due_at, threshold_id limit 1 for update skip locked;
  if not found then return 0; end if;
  children := array(select child_id from oversight.child_ref where child_id > coalesce(wave.after_child, '00000000-0000-0000-0000-000000000000')
    order by child_id limit at_most);
  perform oversight.ask_again('CHILD', children::text[]);
  if cardinality(children) < at_most then
    perform oversight.ask_again('FACILITY', array(select facility_id::text from oversight.facility_ref));
    perform oversight.ask_again('STATE', array(select to_char(n, 'FM00') from generate_series(1, 32) n));
    delete from oversight.threshold_wave where threshold_id = wave.threshold_id;
  else
    update oversight.threshold_wave set after_child = children[at_most] where threshold_id = wave.threshold_id;
  end if;
  return cardinality(children) + 1;
end $$;
