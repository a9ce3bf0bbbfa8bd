-- No judge rules any more on an urgent measure (A13) under which nobody is lodged: of whom an alert of one stands is judged again.
select oversight.ask_again('CHILD', array(
  select distinct owner from oversight.alert where kind = 'MEASURE_NOT_RATIFIED' and resolved_at is null));
