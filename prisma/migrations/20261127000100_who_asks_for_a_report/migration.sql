-- Who asked for the report on a complaint: the CNDH gives 15 days by its law (A37; LCNDH art. 34), the commission of a state by another. What
-- is known of complaints gets it here; what comes is kept with it.
update oversight.path_fact f set detail = f.detail || jsonb_build_object('ombuds', c.ombuds)
from representation.complaint c where f.entity = 'complaint' and f.entity_id = c.id;
select oversight.ask_again('CHILD', array(select distinct child_id::text from oversight.path_fact where entity = 'complaint'));
