-- What names a child, where its family is and what endangers it stands in the database sealed alone (SECURITY.md, "What is
-- sealed"). Whoever reads a file seals its cells before they are sent here: AES-256-GCM under a key of the row's own, which is
-- kept beside the child, wrapped by a key that the database never has. `sealed` says under which key; `mark` is a code of the
-- same words that only the same child has, so that set-based SQL sees whether a file says the same again.

-- Keys of sealed cells. One child has many, a row of a file each; all are destroyed when the child is erased.
create table children.data_key (
  id uuid not null,
  child_id uuid not null,
  wrapped text,
  destroyed_at timestamptz(3),
  constraint data_key_pkey primary key (id),
  constraint data_key_is_there_or_destroyed check ((wrapped is null) = (destroyed_at is not null))
);
create index data_key_child_id_idx on children.data_key (child_id);
grant select, insert, update, delete, truncate on children.data_key to vigia_children;
grant select on children.data_key to vigia_children_reader;
select sec.guard_of_children('children', 'data_key');

-- By which keys outside the database it is sealed: their ids, and a code that only the key of the blind index makes.
create table outbox.sealing (
  id int not null default 1,
  index_check text not null,
  key_ids text[] not null,
  constraint sealing_pkey primary key (id),
  constraint sealing_is_one check (id = 1)
);

-- What stood here in plain words: the first start with keys seals it, a batch at a time, and empties this table.
create table outbox.unsealed (
  entity text not null,
  entity_id uuid not null,
  child_id uuid not null,
  plain jsonb not null,
  constraint unsealed_pkey primary key (entity, entity_id)
);

insert into outbox.unsealed
select 'children.person_name', child_id, child_id,
  jsonb_build_object('given_names', given_names, 'first_surname', first_surname, 'second_surname', second_surname)
from children.person_name;
insert into outbox.unsealed
select 'children.identifier', id, child_id, jsonb_build_object('type', type, 'value', value)
from children.identifier where type in ('CURP', 'PASSPORT', 'SHELTER_FOLIO', 'PROGRES', 'CPIMS');
insert into outbox.unsealed
select 'children.relative', id, child_id, jsonb_build_object('place', place, 'contact', contact, 'verified', verified) from children.relative;
insert into outbox.unsealed
select 'children.detection', id, child_id, jsonb_build_object('causes', causes, 'transit_conditions', transit_conditions, 'risk_factors', risk_factors)
from children.detection where cardinality(causes) + cardinality(transit_conditions) + cardinality(risk_factors) > 0;
insert into outbox.unsealed
select 'children.detection_evidence', id, child_id, jsonb_build_object('protection_need', protection_need, 'evaluation_result', evaluation_result)
from children.detection_evidence where num_nonnulls(protection_need, evaluation_result) > 0;

alter table children.person_name
  drop column given_names, drop column first_surname, drop column second_surname, add column sealed text, add column mark text;
alter table children.identifier add column sealed text;
alter table children.detection
  drop column causes, drop column transit_conditions, drop column risk_factors, add column sealed text, add column mark text;
alter table children.detection_evidence
  drop column protection_need, drop column evaluation_result, add column sealed text, add column mark text;
alter table children.relative
  drop column place, drop column contact, drop column verified,
  add column sealed text, add column mark text,
  -- A row that waits to be sealed has a mark of its own.
  add column place_mark text not null default outbox.new_id()::text;
alter table children.relative alter column place_mark drop default;
create unique index relative_child_id_tie_place_mark_key on children.relative (child_id, tie, place_mark);
