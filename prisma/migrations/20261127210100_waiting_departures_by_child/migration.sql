-- What permitted a return is used up by a departure that waits too (20261127180000_a_return_of_inm_uses_up), and of a child whom a Procuraduría
-- lets go the gate read each row of returns that waits, to look for its own: they grow with the years, and how long the answer took told of
-- an act of which the answer says nothing. They are found by the child, and by the number, to which they are joined.
create index unmatched_row_waiting_departure_by_child on returns.unmatched_row (((raw -> 'placed' ->> 'child_id')::uuid))
  where feed = 'executed-returns' and matched_at is null;
create index unmatched_row_waiting_departure_by_acta on returns.unmatched_row ((raw ->> 'acta'))
  where feed = 'executed-returns' and matched_at is null;
