-- Lists that are narrowed by what they list are read in their order all the same, as far as a page goes: rows that wait by the kind of
-- their file, letters by state; and alarms, heads and emergencies, which have grown since they were few.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    -- Also finds what is tried again when something arrives, for which the index by what was matched stood.
    execute format('create index unmatched_row_waiting_by_feed on %I.unmatched_row (feed, recorded_at desc, id desc) where matched_at is null', service);
    execute format('drop index %I.unmatched_row_feed_matched_at_idx', service);
  end loop;
end $$;
create index mail_state_created_at_id_idx on oversight.mail (state, created_at desc, id desc);
create index alarm_at_id_idx on audit.alarm (at desc, id desc);
create index head_at_service_seq_idx on audit.head (at desc, service desc, seq desc);
create index head_service_at_seq_idx on audit.head (service, at desc, seq desc);
create index opening_at_id_idx on openings.opening (at desc, id desc) where by = 'EMERGENCY';
