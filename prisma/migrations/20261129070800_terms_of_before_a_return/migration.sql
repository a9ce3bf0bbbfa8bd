-- The term to challenge a denial ends by a return, also for a child that has come back since (A23): who has a claim and was returned is judged by
-- that now, and not with the next fact about each.
select oversight.ask_again('CHILD', array(
  select distinct c.child_id::text from oversight.path_fact c
  where c.entity = 'asylum_claim' and exists (select from oversight.path_fact r where r.child_id = c.child_id and r.entity = 'executed_return')));
