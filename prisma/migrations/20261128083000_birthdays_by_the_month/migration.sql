-- Before a child turns 18 its clock runs towards the month of that birthday, of which no instant tells the day; and a place that has carers enough
-- again because somebody there has turned one is told of without whose birthday it was. What is open is judged anew by the rules; of what is over
-- the instants are mended here.
update oversight.alert set since = date_trunc('month', since, 'America/Mexico_City'),
  reached_at = date_trunc('month', reached_at, 'America/Mexico_City')
where kind = 'NO_TRANSITION_PLAN' and resolved_at is not null;
update oversight.alert_history h set reached_at = date_trunc('month', h.reached_at, 'America/Mexico_City')
from oversight.alert a where a.id = h.alert_id and a.kind = 'NO_TRANSITION_PLAN';
update oversight.alert set resolved_by_id = owner where resolved_by = 'first_birthday';
select oversight.ask_all_again();
