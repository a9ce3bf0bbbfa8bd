-- What is told by the day of a find, without an hour, was after it (A03, A05, A07, A14). Whoever was found at an hour that is told, which is no
-- midnight of Mexico City, is judged by that now, and not with the next fact about each.
select oversight.ask_again('CHILD', array(
  select distinct child_id::text from oversight.path_fact
  where entity = 'detection' and at <> (outbox.mx_date(at)::timestamp at time zone 'America/Mexico_City')));
