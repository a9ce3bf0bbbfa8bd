-- A session keeps the plan of a function. Made for the ten thousand children of a large file, it reads whole tables; kept for the
-- fifty of the next, it took a hundred times what they need. These are planned for the children they are called with.
do $$
declare
  derived regprocedure;
begin
  for derived in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    join pg_language l on l.oid = p.prolang
    where p.proname in ('refresh', 'refresh_sight') and l.lanname = 'plpgsql'
      and n.nspname in ('children', 'placements', 'representation', 'returns', 'oversight')
  loop
    execute format('alter function %s set plan_cache_mode to force_custom_plan', derived);
  end loop;
end $$;
