-- Days on which an authority suspends its work by an agreement that is published (LFPA art. 28). It only grows: one that was recorded by
-- mistake is withdrawn by a second entry, and what holds are those that were not.
create table oversight.work_suspension_told (
  id uuid not null,
  suspension_id uuid not null,
  entry text not null constraint work_suspension_told_entry_is_known check (entry in ('RECORDED', 'WITHDRAWN')),
  authority text not null constraint work_suspension_told_authority_is_known
    check (authority in ('FEDERAL_ADMINISTRATION', 'INM', 'COMAR', 'CNDH', 'PPNNA', 'DIF')),
  -- Of an authority of which each state has its own.
  state char(2) constraint work_suspension_told_state_is_known check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$'),
  first_day date not null,
  last_day date not null,
  published_on date not null,
  -- Which agreement it is; of a withdrawal, why.
  words text not null constraint work_suspension_told_says_what check (length(btrim(words)) between 20 and 500),
  author text not null,
  author_role text not null,
  author_office text,
  at timestamptz(3) not null,
  constraint work_suspension_told_pkey primary key (id),
  constraint work_suspension_told_once unique (suspension_id, entry),
  constraint work_suspension_told_is_of_its_authority check ((state is not null) = (authority in ('PPNNA', 'DIF'))),
  constraint work_suspension_told_is_in_order check (last_day between first_day and first_day + 91)
);
create index work_suspension_told_first_day_suspension_id_idx
  on oversight.work_suspension_told (first_day desc, suspension_id desc) where entry = 'RECORDED';
revoke update, delete, truncate on oversight.work_suspension_told from vigia_oversight;
-- The agreements are published: whoever may read them reads those of every authority.
grant select on oversight.work_suspension_told to vigia_oversight_reader;

-- In the transaction of the entry the other services are told, and everybody is to be judged again, in slices as by a new threshold.
create function oversight.tell_of_work_suspension() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into outbox.pending (source, type, entity_id, payload)
  select tg_table_schema, 'work_suspension.told', n.id, json_build_object('id', n.id, 'suspension_id', n.suspension_id, 'entry', n.entry,
    'authority', n.authority, 'state', n.state, 'first_day', n.first_day, 'last_day', n.last_day)
  from new_rows n;
  insert into oversight.threshold_wave (threshold_id, due_at) select id, at from new_rows;
  return null;
end $$;
create trigger a_tell after insert on oversight.work_suspension_told referencing new table as new_rows
  for each statement execute function oversight.tell_of_work_suspension();

-- What the Procuradurías' backlog and the terms of recommendations are counted by: a picture of the same entries.
create table representation.work_suspension_ref (
  id uuid not null,
  suspension_id uuid not null,
  entry text not null,
  authority text not null,
  state char(2),
  first_day date not null,
  last_day date not null,
  constraint work_suspension_ref_pkey primary key (id)
);
grant select on representation.work_suspension_ref to vigia_representation_reader;

-- By how many of them the board was counted.
alter table representation.snapshot add column calendar_entries int not null default 0;
