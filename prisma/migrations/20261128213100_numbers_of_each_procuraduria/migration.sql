-- Each Procuraduría numbers its determinations and plans for itself (domain.md 6: no identifier is universal). One number in the nation
-- meant that the second state to number from 1 had its determinations refused, and its returns counted as returns without one. That a
-- number names one file in its state, the intake holds, one file at a time (services/representation, intake/determinations.ts).
create unique index determination_number_case_id_key on representation.determination (number, case_id);
drop index representation.determination_number_key;
create unique index restitution_plan_folio_case_id_key on representation.restitution_plan (folio, case_id);
drop index representation.restitution_plan_folio_key;
