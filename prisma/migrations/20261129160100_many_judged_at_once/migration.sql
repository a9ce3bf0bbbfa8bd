-- Whoever knows of children by acts on them (a Procuraduría, the commission of a state) is given a page by looking each of its rows up. Of
-- a question that reads all there is, as how many children there are or what stands under each notice of alerts, each of some hundred
-- thousand rows was looked up too: 4 s, where a service has 2, so that neither was ever answered to them. Such a question says so of itself,
-- and is planned to read who was acted on at once (an exists can be hashed, a scalar subquery is asked row by row).

-- Whether a statement is planned for MANY rows, as sec.planned_way is the way. Both plans let the same rows through.
create function sec.planned_reach() returns text language sql immutable parallel safe as $$ select current_setting('app.reach', true) $$;
revoke all on function sec.planned_reach() from public;
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function sec.planned_reach() to %I', 'vigia_' || service || '_reader');
  end loop;
end $$;

create index path_fact_notices_of_state on oversight.path_fact (state, child_id) where entity = 'detection' and notified_at is not null;
create index path_fact_files_of_state on oversight.path_fact (((detail ->> 'state')::char(2)), child_id) where entity = 'protection_case';

alter policy by_actor on oversight.alert using (
  (select sec.sees_all())
  or state = any ((select sec.states())::char(2)[]) and case (select sec.rule())
    when 'STATES' then true
    when 'AGREEMENT' then (select sec.agreed('alerts'))
      and ((select sec.agreed_kinds()) is null or kind = any ((select sec.agreed_kinds())::text[]))
    when 'PLACED' then case when child_id is null
      then facility_id is null or (select sec.facilities()) is null or facility_id = any ((select sec.facilities())::uuid[])
      else exists (select from oversight.act_here a where a.child_id = alert.child_id) end
    when 'CASES' then child_id is null or case when sec.planned_reach() = 'MANY'
      then exists (select from oversight.act_here a where a.child_id = alert.child_id)
      else (select true from oversight.act_here a where a.child_id = alert.child_id limit 1) end
    when 'STATE_ACTS' then child_id is null or case when sec.planned_reach() = 'MANY'
      then exists (select from oversight.act_here a where a.child_id = alert.child_id)
      else (select true from oversight.act_here a where a.child_id = alert.child_id limit 1) end
    else false
  end);

do $$
declare
  said text;
  one_by_one constant text := '\( SELECT true\s+FROM children\.act_here a\s+WHERE \(a\.child_id = child\.id\)\s+LIMIT 1\)';
begin
  select pg_get_expr(polqual, polrelid) into strict said from pg_policy where polname = 'by_actor' and polrelid = 'children.child'::regclass;
  if said !~ one_by_one then
    raise exception 'Children are not shown by acts on them: %', said;
  end if;
  execute format('alter policy by_actor on children.child using (%s)', regexp_replace(said, one_by_one,
    'case when sec.planned_reach() = ''MANY'' then exists (select from children.act_here a where a.child_id = child.id) else \& end'));
end $$;
