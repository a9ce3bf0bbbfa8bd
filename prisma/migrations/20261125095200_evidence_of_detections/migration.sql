-- What shows that the first steps of a case were taken (domain.md 2.1, steps 2 to 6, 11, 14), and relatives whom no authority has
-- detected (3.7). Tables of their own, written only where a file tells something: the plain file of detections costs no more.
create table children.detection_evidence (
  id uuid not null default outbox.new_id(),
  detection_id uuid not null,
  child_id uuid not null,
  notice_folio text,
  notice_channel text,
  notice_office text,
  ppnna_arrived_at timestamptz(3),
  handed_over_at timestamptz(3),
  informed_at timestamptz(3),
  informed_in text,
  interviewer text,
  had_interpreter boolean,
  protection_need boolean,
  evaluated_on date,
  evaluation_result text,
  procedure_opened_on date,
  procedure_decided_on date,
  procedure_decision text,
  follows_plan boolean,
  batch_id uuid not null,
  line integer,
  recorded_at timestamptz(3) not null default current_timestamp,
  constraint detection_evidence_pkey primary key (id)
);
create unique index detection_evidence_detection_id_key on children.detection_evidence (detection_id);
create index detection_evidence_child_id_idx on children.detection_evidence (child_id);
create index detection_evidence_batch_id_idx on children.detection_evidence using brin (batch_id);
alter table children.detection_evidence
  add constraint detection_evidence_detection_id_fkey foreign key (detection_id) references children.detection (id)
    on delete cascade on update cascade,
  add constraint procedure_is_decided_once_opened check (procedure_decided_on >= procedure_opened_on),
  add constraint detection_evidence_notice_channel_is_known check (
    notice_channel in ('LETTER', 'EMAIL', 'PHONE', 'IN_PERSON', 'SYSTEM', 'OTHER')),
  add constraint detection_evidence_interviewer_is_known check (
    interviewer in ('CHILD_PROTECTION_OFFICER', 'FEDERAL_AGENT', 'PROCURADURIA', 'DIF', 'COMAR', 'OTHER')),
  add constraint detection_evidence_evaluation_result_is_known check (
    evaluation_result in ('PROTECTION_NEEDED', 'NOT_NEEDED', 'INCONCLUSIVE')),
  add constraint detection_evidence_procedure_decision_is_known check (
    procedure_decision in ('REGULARISED', 'ASSISTED_RETURN', 'EXIT_LETTER', 'REFERRED', 'CLOSED'));

create table children.relative (
  id uuid not null default outbox.new_id(),
  child_id uuid not null,
  tie text not null,
  place text not null,
  contact text,
  verified text,
  relative_acta text,
  batch_id uuid not null,
  line integer,
  recorded_at timestamptz(3) not null default current_timestamp,
  constraint relative_pkey primary key (id)
);
create unique index relative_child_id_tie_place_key on children.relative (child_id, tie, place);
create index relative_batch_id_idx on children.relative using brin (batch_id);
alter table children.relative
  add constraint relative_child_id_fkey foreign key (child_id) references children.child (id) on delete cascade on update cascade,
  add constraint relative_tie_is_known check (
    tie in ('MOTHER', 'FATHER', 'SIBLING', 'GRANDPARENT', 'AUNT_OR_UNCLE', 'COUSIN', 'PARTNER', 'CHILD', 'GUARDIAN', 'CAREGIVER', 'OTHER_RELATIVE', 'NOT_A_RELATIVE')),
  add constraint relative_place_is_known check (
    place in ('ORIGIN', 'MEXICO', 'UNITED_STATES', 'OTHER', 'UNKNOWN')),
  add constraint relative_contact_is_known check (
    contact in ('YES', 'NO', 'LOST', 'DANGEROUS')),
  add constraint relative_verified_is_known check (
    verified in ('YES', 'NO', 'PENDING'));

do $$
declare
  fact text;
begin
  foreach fact in array array['detection_evidence', 'relative'] loop
    execute format('create trigger a_tell_insert after insert on children.%I referencing new table as new_rows
                    for each statement execute function outbox.tell(%L)', fact, fact);
    execute format('create trigger a_tell_update after update on children.%I referencing old table as old_rows new table as new_rows
                    for each statement execute function outbox.tell(%L)', fact, fact);
    execute format('create trigger a_tell_delete after delete on children.%I referencing old table as old_rows
                    for each statement execute function outbox.tell(%L)', fact, fact);
    execute format('grant select, insert, update, delete, truncate on children.%I to vigia_children', fact);
  end loop;
end $$;
