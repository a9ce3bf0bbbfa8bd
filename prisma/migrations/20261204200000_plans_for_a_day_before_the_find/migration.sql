-- A return planned for a day before a find asks for no evaluation since that find (A14): of whom an alert of one stands, and a plan is known, is judged again.
select oversight.ask_again('CHILD', array(
  select distinct a.owner from oversight.alert a join oversight.path_fact f on f.child_id = a.child_id and f.entity = 'return_plan'
  where a.kind = 'NO_INITIAL_EVALUATION' and a.severity = 'CRITICAL' and a.resolved_at is null));
