-- Since when an authority keeps the card of a child (A11), where a file says so; and when the registry was told that one does, or that the
-- document binds the child to a part of the country: where nobody tells the day that is all that is known. Of what is there it is not known
-- either: when its row was last told of stands for it.
alter table children.migration_document add column retained_on date, add column bound_told_at timestamptz(3);
grant select (retained_on, bound_told_at) on children.migration_document to vigia_children_reader;

update oversight.path_fact f
set detail = f.detail || jsonb_build_object('retained_on', to_jsonb(d) -> 'retained_on', 'bound_told_at', to_jsonb(d) -> 'bound_told_at',
  'told_at', to_jsonb(d) -> 'recorded_at')
from children.migration_document d where f.entity = 'migration_document' and f.entity_id = d.id;
select oversight.ask_again('CHILD', array(select distinct child_id::text from oversight.path_fact where entity = 'migration_document'));
