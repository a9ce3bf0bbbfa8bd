-- A number is not over before it is given.
alter table children.identifier
  add constraint identifier_is_over_once_given check (valid_to >= valid_from);

-- COMAR's numbers are those of claims whose day is known.
update children.identifier i set valid_from = c.filed_on
from children.asylum_claim c
where i.type = 'COMAR_FILE' and i.value = c.file_number and i.child_id = c.child_id;
