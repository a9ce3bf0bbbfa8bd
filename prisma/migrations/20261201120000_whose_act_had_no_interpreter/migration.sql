-- An act without an interpreter (A29) is of INM, which interviewed, or of the Procuraduría, which determined: its alert names whose it was.
-- Those that are there go on under the name that tells. A determination without one is red, an interview amber.
update oversight.alert a set subject = a.subject || case when a.severity = 'RED' or exists (
    select from oversight.path_fact f where f.child_id = a.child_id and f.entity = 'determination' and f.entity_id::text = a.subject)
  then '/PPNNA' else '/INM' end
where a.kind = 'NO_INTERPRETER' and a.subject not like '%/%';
