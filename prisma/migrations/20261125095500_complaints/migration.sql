-- Complaints to an ombudsperson about a child (domain.md 2.1, step 19): before whom, against whom, and what was answered when.
create table representation.complaint (
  id uuid not null default outbox.new_id(),
  folio text not null,
  child_id uuid not null,
  ombuds text not null,
  against text not null,
  received_on date not null,
  report_asked_on date,
  report_answered_on date,
  recommended_on date,
  recommendation_answered_on date,
  batch_id uuid not null,
  line integer,
  recorded_at timestamptz(3) not null default current_timestamp,
  constraint complaint_pkey primary key (id)
);
create unique index complaint_folio_key on representation.complaint (folio);
create index complaint_child_id_idx on representation.complaint (child_id);
create index complaint_batch_id_idx on representation.complaint using brin (batch_id);
alter table representation.complaint
  add constraint complaint_is_answered_once_received check (
    report_asked_on >= received_on and report_answered_on >= report_asked_on
    and recommended_on >= received_on and recommendation_answered_on >= recommended_on),
  add constraint complaint_ombuds_is_known check (
    ombuds in ('INM', 'PPNNA', 'SNDIF', 'DIF', 'COMAR', 'CNDH', 'CEDH', 'UPMRIP', 'SIPINNA', 'SRE',
      'NATIONAL_GUARD', 'PUBLIC_PROSECUTOR', 'COURT', 'CONSULATE', 'CIVIL_SOCIETY', 'UN', 'REGISTRY',
      'OTHER')),
  add constraint complaint_against_is_known check (
    against in ('INM', 'PPNNA', 'SNDIF', 'DIF', 'COMAR', 'CNDH', 'CEDH', 'UPMRIP', 'SIPINNA', 'SRE',
      'NATIONAL_GUARD', 'PUBLIC_PROSECUTOR', 'COURT', 'CONSULATE', 'CIVIL_SOCIETY', 'UN', 'REGISTRY',
      'OTHER'));

create trigger a_tell_insert after insert on representation.complaint referencing new table as new_rows
  for each statement execute function outbox.tell('complaint');
create trigger a_tell_update after update on representation.complaint referencing old table as old_rows new table as new_rows
  for each statement execute function outbox.tell('complaint');
create trigger a_tell_delete after delete on representation.complaint referencing old table as old_rows
  for each statement execute function outbox.tell('complaint');
grant select, insert, update, delete, truncate on representation.complaint to vigia_representation;
