-- What was done before a return from which a child came back is of that time (A08, A15, A22), and COMAR is told also by who tells it at a later
-- find (A08). Who was found more than once, or after a return, is judged by that now, and not with the next fact about each.
select oversight.ask_again('CHILD', array(
  select child_id::text from oversight.path_fact where entity = 'detection' group by child_id having count(*) > 1));
