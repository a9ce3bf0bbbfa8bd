-- Lists are read by position, the latest first: placements of the country, of a state and of a place, and the rows of files
-- that no identifier joins yet. A page reads as many rows as it shows, however many there are.
create index stay_ledger_entered_at_stay_id_idx on placements.stay_ledger (entered_at desc, stay_id desc);
create index stay_ledger_state_entered_at_stay_id_idx on placements.stay_ledger (state, entered_at desc, stay_id desc);
create index stay_ledger_facility_id_entered_at_stay_id_idx on placements.stay_ledger (facility_id, entered_at desc, stay_id desc);
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('create index unmatched_row_waiting on %I.unmatched_row (recorded_at desc, id desc) where matched_at is null', service);
  end loop;
end $$;
