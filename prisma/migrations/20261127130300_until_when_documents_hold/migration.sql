-- Until which day a migration document holds: after it the child has none (A10).
update oversight.path_fact f set detail = f.detail || jsonb_build_object('expires_on', to_jsonb(d) -> 'expires_on')
from children.migration_document d where f.entity = 'migration_document' and f.entity_id = d.id;
select oversight.ask_again('CHILD', array(select distinct child_id::text from oversight.path_fact where entity = 'migration_document'));
