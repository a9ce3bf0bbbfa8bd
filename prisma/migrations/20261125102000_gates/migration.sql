-- What INM may ask of what a Procuraduría decided: whether a return is permitted, and contact with the consulate (services/returns,
-- rules/gates.ts). The consulate is told nothing before the Procuraduría has said on its file of the child that it may be.
alter table representation.protection_case
  add column consular_contact boolean,
  add column consular_contact_on date,
  add constraint consular_contact_has_its_day check ((consular_contact is null) = (consular_contact_on is null));

alter table returns.determination_ref add column number text;
update returns.determination_ref r set number = d.number from representation.determination d where d.id = r.determination_id;

create table returns.consular_act_ref (
  case_id uuid not null,
  child_id uuid not null,
  is_permitted boolean not null,
  acted_on date not null,
  constraint consular_act_ref_pkey primary key (case_id)
);
create index consular_act_ref_child_id_idx on returns.consular_act_ref (child_id);

-- Whose writing a detection is, and of which state, is what INM wrote last: a correction by others moves no gate. A file is told of
-- after its rows: which of them are INM's is known once it is.
create table returns.inm_batch_ref (
  batch_id uuid not null,
  constraint inm_batch_ref_pkey primary key (batch_id)
);
create table returns.detection_writing (
  detection_id uuid not null,
  batch_id uuid not null,
  child_id uuid not null,
  acta text not null,
  state char(2) not null,
  seq bigint not null,
  constraint detection_writing_pkey primary key (detection_id, batch_id)
);
create index detection_writing_acta_idx on returns.detection_writing (acta);
grant select, insert, update, delete, truncate
  on returns.consular_act_ref, returns.inm_batch_ref, returns.detection_writing to vigia_returns;

-- A registry that has been running has read these events before it knew what to keep of them. What a row said before is older than
-- any event, in its own order.
insert into returns.inm_batch_ref (batch_id) select id from children.batch where source = 'INM' and feed = 'detections';
insert into returns.detection_writing (detection_id, batch_id, child_id, acta, state, seq)
  select distinct on (id, batch_id) id, batch_id, child_id, acta, state, seq from (
    select id, batch_id, child_id, acta, state, 0 as seq from children.detection
    union all
    select r.id, r.batch_id, r.child_id, r.acta, r.state, f.id - 1 - (select max(id) from children.former_version)
    from children.former_version f
    join children.detection now on now.id = f.entity_id
    cross join lateral jsonb_populate_record(null::children.detection, f.former) r
    where f.entity = 'detection'
  ) written order by id, batch_id, seq desc;
