-- Rows that wait are told to whoever oversees what files bring (group `intake`): those of the whole country to who reads of all of it,
-- those of a state to who sees by states. An office of INM, a partner and an officer have states too, and were given with them what a
-- Procuraduría or a DIF of these had written of children whom nobody could join: why each row waits, and by which numbers.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format($policy$
      alter policy by_actor on %1$I.unmatched_row using (
        (select sec.sees_all())
        or (select sec.rule()) = 'STATES' and exists (
          select from %1$I.batch b where b.id = batch_id and b.state = any ((select sec.states())::char(2)[])))$policy$, service);
  end loop;
end $$;
