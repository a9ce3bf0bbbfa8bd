-- Whoever may know of the children in places of its state alone (DIF) is told of few of the alerts there. Whose they are was looked up for
-- each alert of a kind, and who is in a place was read from all facts of the country: 2 s of 18,000 alerts and 1,300,000 facts, where a
-- service has as much. Stays have an index by state and end; and where there are many alerts to judge, the planner may now read all who
-- are in places at once (an exists can be hashed, a scalar subquery is asked row by row).
create index path_fact_stays_of_state on oversight.path_fact (state, until, child_id) where entity = 'stay';

alter policy by_actor on oversight.alert using (
  (select sec.sees_all())
  or state = any ((select sec.states())::char(2)[]) and case (select sec.rule())
    when 'STATES' then true
    when 'AGREEMENT' then (select sec.agreed('alerts'))
      and ((select sec.agreed_kinds()) is null or kind = any ((select sec.agreed_kinds())::text[]))
    when 'CASES' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)
    when 'PLACED' then case when child_id is null
      then facility_id is null or (select sec.facilities()) is null or facility_id = any ((select sec.facilities())::uuid[])
      else exists (select from oversight.act_here a where a.child_id = alert.child_id) end
    when 'STATE_ACTS' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)
    else false
  end);
