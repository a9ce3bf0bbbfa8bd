-- When the registry was first told that a migration document has expired, of one of which nobody tells the last day: told again it began
-- anew (A10). Of what is there it is not known: when its row was last told of stands for it, and stays from the next correction on.
alter table children.migration_document add column expired_told_at timestamptz(3);
grant select (expired_told_at) on children.migration_document to vigia_children_reader;

update oversight.path_fact f set detail = f.detail || jsonb_build_object('expired_told_at', to_jsonb(d) -> 'expired_told_at')
from children.migration_document d where f.entity = 'migration_document' and f.entity_id = d.id;

-- In which file a determination or a plan was made: it is of that, and not of the next one that was opened on its day (A15).
update oversight.path_fact f set detail = coalesce(f.detail, '{}') || jsonb_build_object('case_id', made.case_id)
from (select id, case_id from representation.determination union all select id, case_id from representation.restitution_plan) made
where f.entity in ('determination', 'restitution_plan') and f.entity_id = made.id;
