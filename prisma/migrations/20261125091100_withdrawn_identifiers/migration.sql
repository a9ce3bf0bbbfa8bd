-- A withdrawn identifier tells its id alone, so a picture of identifiers must know it.
do $$
declare
  service text;
begin
  foreach service in array array['placements', 'representation', 'returns'] loop
    execute format('alter table %I.identifier_ref add column identifier_id uuid not null', service);
    execute format('create unique index identifier_ref_identifier_id_key on %I.identifier_ref (identifier_id)', service);
  end loop;
end $$;

-- Who is in a facility now, bounded by who is there. The index over all stays ever was read by nobody.
drop index placements.stay_ledger_facility_id_idx;
create index stay_ledger_open_by_facility on placements.stay_ledger (facility_id) where left_at is null;

-- The lists of children: the latest found first, in the whole country and in one state.
drop index children.child_state_first_detected_at_idx;
create index child_state_first_detected_at_id_idx on children.child (state, first_detected_at desc, id desc);
create index child_first_detected_at_id_idx on children.child (first_detected_at desc, id desc);
