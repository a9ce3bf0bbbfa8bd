-- A period is read as whole months and the days at its ends. Months are found by their own index, as days are, and not by reading
-- every month there is; and what is folded together is written day by day, so that the rows of a day lie together.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('create index month_counter_month_idx on %I.month_counter (month)', service);
  end loop;
  execute replace(pg_get_functiondef('outbox.fold_deltas(text)'::regprocedure),
    'having sum(n) <> 0', 'having sum(n) <> 0 order by 3, 1, 2');
end $$;
