-- The numbers of a child that other services keep with their own facts: the DIF's file of a stay, the folio of a Procuraduría's
-- file, the number of a complaint. A picture: with the fact it goes.
create table children.identifier_ref (
  identifier_id uuid not null,
  child_id uuid not null,
  type text not null,
  value text not null,
  issuer text not null,
  facility_id uuid,
  state char(2),
  constraint identifier_ref_pkey primary key (identifier_id)
);
create index identifier_ref_child_id_idx on children.identifier_ref (child_id);
create index identifier_ref_type_value_idx on children.identifier_ref (type, value);
grant select, insert, update, delete, truncate on children.identifier_ref to vigia_children;

-- What was told before children listened.
insert into children.identifier_ref (identifier_id, child_id, type, value, issuer, facility_id)
select id, child_id, 'DIF_FILE', dif_file, 'DIF', facility_id from placements.stay where dif_file is not null;
insert into children.identifier_ref (identifier_id, child_id, type, value, issuer, state)
select id, child_id, 'PPNNA_FOLIO', folio, 'PPNNA', state from representation.protection_case;
insert into children.identifier_ref (identifier_id, child_id, type, value, issuer)
select id, child_id, 'COMPLAINT', folio, ombuds from representation.complaint;
