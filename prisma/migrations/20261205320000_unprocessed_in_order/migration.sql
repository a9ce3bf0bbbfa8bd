-- Children of whom a Procuraduría was told and for whom no case was opened are listed, the longest waiting first: each row as its child is
-- seen. What else the ledger holds stays with those who count.
grant select (child_id, state, notified_at, opened_at, nationality, age_group, accompaniment) on representation.case_ledger to vigia_representation_reader;
select sec.guard_of_children('representation', 'case_ledger');
create index case_ledger_waiting on representation.case_ledger (notified_at, child_id) where opened_at is null and notified_at is not null;
