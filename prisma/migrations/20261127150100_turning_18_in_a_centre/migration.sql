-- A35 is asked of children in a centre without a case too, and is of the child and no more of its case: one that is opened meanwhile opens
-- no second alert. Everybody is judged by it now, and not with the next fact about each.
-- Of two that are open of one child the first goes on, and the other is ended when the child is judged.
update oversight.alert a set subject = owner where kind = 'NO_TRANSITION_PLAN' and (resolved_at is not null or not exists (
  select from oversight.alert o where o.about = a.about and o.owner = a.owner and o.kind = a.kind and o.resolved_at is null and o.id < a.id));
select oversight.ask_all_again();
