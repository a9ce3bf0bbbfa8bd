-- Who was found or lodged on the day on which it left a place is not missing, and the find by which it had come there is no such (A34): whoever
-- has left a place that tells of it is judged by that now, and not with the next fact about each.
select oversight.ask_again('CHILD', array(
  select distinct child_id::text from oversight.path_fact
  where entity = 'stay' and until is not null and detail ->> 'missing_reported' is not null));
