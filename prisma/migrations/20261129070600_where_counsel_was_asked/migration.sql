-- In which file a child asked for independent counsel (A30), and of which state the commission is that asked for a report (A37): there lies the
-- duty, and not in the state in which the child was first found. What is known of both gets it here; what comes is kept with it.
update oversight.path_fact f set detail = f.detail || jsonb_build_object('case_id', r.case_id)
from representation.counsel_request r where f.entity = 'counsel_request' and f.entity_id = r.id;
update oversight.path_fact f set detail = f.detail || jsonb_build_object('state', c.state)
from representation.complaint c where f.entity = 'complaint' and f.entity_id = c.id;
select oversight.ask_again('CHILD', array(
  select distinct child_id::text from oversight.path_fact where entity in ('counsel_request', 'complaint', 'determination')));
