-- What an authority shows for its answers, and who received the child, by kinship and never by name (domain.md 3.11, 3.13).
alter table returns.return_checklist add column evidence text;
alter table returns.executed_return add column received_by text;
alter table returns.executed_return
  add constraint executed_return_received_by_is_known check (
    received_by in ('MOTHER', 'FATHER', 'SIBLING', 'GRANDPARENT', 'AUNT_OR_UNCLE', 'COUSIN', 'PARTNER', 'CHILD',
      'GUARDIAN', 'CAREGIVER', 'OTHER_RELATIVE', 'NOT_A_RELATIVE'));
