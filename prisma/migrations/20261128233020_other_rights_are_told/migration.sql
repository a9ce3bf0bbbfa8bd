-- That all which an account holds has ended is in the audit, whatever ended it. Since the rule that ends it with its rights
-- (20261127190500_rights_end_by_one_rule) is a trigger's, no statement names the epoch that it raises, and one that was told of that column's
-- updates alone was told of none of these. Which of them ended something sessions.tell_subject says.
create or replace trigger tell_audit after insert or update on sessions.subject for each row execute function sessions.tell_subject();
