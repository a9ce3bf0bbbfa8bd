-- The same policy, as a case: of a comparison with what a subquery tells the planner takes next to no row to pass, and then reads and sorts
-- every stay of the places of one side (5 s of 416,000) for a page of fifty; of a case it takes half of them to pass, and reads the page
-- in the order of its index.
do $$
declare
  said text;
begin
  select pg_get_expr(polqual, polrelid) into strict said from pg_policy
  where polname = 'by_side' and polrelid = 'placements.stay_ledger'::regclass;
  execute format('alter policy by_side on placements.stay_ledger using (case when (%s) then true else false end)', said);
end $$;
