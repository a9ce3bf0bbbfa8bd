-- Whom the file of a child points at as a danger to it: a relative reported, an alleged offender. Nobody reads who that is: the
-- name is kept as a hash, to be held against the name of whoever is to represent the child (security.md 10, row 41). It is no
-- fact that is told to other services, so that it has no triggers that tell: a row is added, and goes with its batch.
create table representation.reported_person (
  id uuid not null default outbox.new_id(),
  case_id uuid not null,
  child_id uuid not null,
  name_hash bytea not null,
  batch_id uuid not null,
  line integer,
  recorded_at timestamptz(3) not null default current_timestamp,
  constraint reported_person_pkey primary key (id)
);
create unique index reported_person_case_id_name_hash_key on representation.reported_person (case_id, name_hash);
create index reported_person_child_id_idx on representation.reported_person (child_id);
create index reported_person_batch_id_idx on representation.reported_person using brin (batch_id);
alter table representation.reported_person
  add constraint reported_person_case_id_fkey foreign key (case_id) references representation.protection_case (id)
    on delete cascade on update cascade;
grant select, insert, update, delete, truncate on representation.reported_person to vigia_representation;

-- A name as it is compared: no accents, no case, no punctuation, in whatever order its words are written. Null for no word.
create function representation.name_hash(name text) returns bytea language sql immutable parallel safe
  set search_path = pg_catalog as $$
  select sha256(convert_to(string_agg(word, ' ' order by word collate "C"), 'UTF8'))
  from regexp_split_to_table(
    upper(translate(name, 'áéíóúüàèìòùäëïöâêîôûñÁÉÍÓÚÜÀÈÌÒÙÄËÏÖÂÊÎÔÛÑ', 'aeiouuaeiouaeioaeiounAEIOUUAEIOUAEIOAEIOUN')),
    '[^A-Z0-9]+') word
  where word <> ''
$$;
revoke all on function representation.name_hash from public;
grant execute on function representation.name_hash to vigia_representation;
