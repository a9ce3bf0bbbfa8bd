-- A period is asked of some indicators, of which each has its own days: by the day alone those of all others are read with them, which
-- are half of all rows, and each is compared to every indicator that was asked. Oversight's own are read whole.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns'] loop
    execute format('create index day_counter_indicator_day_idx on %I.day_counter (indicator, day)', service);
    execute format('create index month_counter_indicator_month_idx on %I.month_counter (indicator, month)', service);
    execute format('drop index %1$I.day_counter_day_idx, %1$I.month_counter_month_idx', service);
  end loop;
end $$;
