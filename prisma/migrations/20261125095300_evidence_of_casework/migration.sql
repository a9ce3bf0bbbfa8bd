-- How far a determination is and who reviewed it, the measures of a plan one by one, follow-up visits, the passage to adulthood
-- (domain.md 2.1, steps 12, 16, 18; 3.10).
alter table representation.determination
  add column opened_at timestamptz(3),
  add column status text,
  add column reviewer text,
  add constraint determination_is_decided_once_opened check (decided_at >= opened_at),
  add constraint determination_status_is_known check (
    status in ('NOT_STARTED', 'STARTED', 'SUSPENDED', 'DECIDED', 'REVIEWED', 'CHALLENGED'));
alter table representation.protection_case
  add column transition_plan_on date,
  add column documents_handed_on date;

create table representation.plan_measure (
  id uuid not null default outbox.new_id(),
  plan_id uuid not null,
  child_id uuid not null,
  entry text not null,
  right_restored text,
  measure text not null,
  institution text,
  due_on date,
  fulfilled_on date,
  batch_id uuid not null,
  line integer,
  recorded_at timestamptz(3) not null default current_timestamp,
  constraint plan_measure_pkey primary key (id)
);
create unique index plan_measure_plan_id_entry_key on representation.plan_measure (plan_id, entry);
create index plan_measure_child_id_idx on representation.plan_measure (child_id);
create index plan_measure_batch_id_idx on representation.plan_measure using brin (batch_id);
alter table representation.plan_measure
  add constraint plan_measure_plan_id_fkey foreign key (plan_id) references representation.restitution_plan (id)
    on delete cascade on update cascade,
  add constraint plan_measure_right_restored_is_known check (
    right_restored in ('LIFE', 'PRIORITY', 'IDENTITY', 'FAMILY', 'EQUALITY', 'NON_DISCRIMINATION', 'WELL_BEING',
      'FREEDOM_FROM_VIOLENCE', 'HEALTH', 'DISABILITY_INCLUSION', 'EDUCATION', 'REST', 'CONSCIENCE',
      'EXPRESSION', 'PARTICIPATION', 'ASSOCIATION', 'PRIVACY', 'DUE_PROCESS', 'MIGRANT_CHILDREN',
      'TECHNOLOGY'));

create table representation.follow_up (
  id uuid not null default outbox.new_id(),
  case_id uuid not null,
  child_id uuid not null,
  followed_on date not null,
  batch_id uuid not null,
  line integer,
  recorded_at timestamptz(3) not null default current_timestamp,
  constraint follow_up_pkey primary key (id)
);
create unique index follow_up_case_id_followed_on_key on representation.follow_up (case_id, followed_on);
create index follow_up_child_id_idx on representation.follow_up (child_id);
create index follow_up_batch_id_idx on representation.follow_up using brin (batch_id);
alter table representation.follow_up
  add constraint follow_up_case_id_fkey foreign key (case_id) references representation.protection_case (id)
    on delete cascade on update cascade;

do $$
declare
  fact text;
begin
  foreach fact in array array['plan_measure', 'follow_up'] loop
    execute format('create trigger a_tell_insert after insert on representation.%I referencing new table as new_rows
                    for each statement execute function outbox.tell(%L)', fact, fact);
    execute format('create trigger a_tell_update after update on representation.%I referencing old table as old_rows new table as new_rows
                    for each statement execute function outbox.tell(%L)', fact, fact);
    execute format('create trigger a_tell_delete after delete on representation.%I referencing old table as old_rows
                    for each statement execute function outbox.tell(%L)', fact, fact);
    execute format('grant select, insert, update, delete, truncate on representation.%I to vigia_representation', fact);
  end loop;
end $$;
