-- Which states and which counsel know of a child is told to who knows of it by its states (a secretary of the state) or by its mandate. The
-- policy went by the states of whoever asked, whatever his rule is: an office of INM, a partner, a Procuraduría or a DIF of one of these
-- states would have been given each child that its state knows of, the other states and the number of its counsel, by any SQL that got in.
-- For all rules but that of states own_states() holds none, as parties() does for all but that of mandates.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns'] loop
    execute format(
      'alter policy by_actor on %I.child_sight using (states && (select sec.own_states()) or parties && (select sec.parties()))', service);
  end loop;
end $$;
