-- What the policy of a child costs is hardly how it judges, but that it asks in whose name it does: each question verifies the signed
-- context anew. The same is judged with half the questions. How the actor sees comes first, then what most of its rows are seen by;
-- what it has opened in an emergency, which is of single children, comes last.

-- By which way the actor sees children: all of them, those of its states and of its mandates, or those on whom others acted.
create function sec.way() returns text language sql stable parallel safe as $$
  select case sec.rule() when 'ALL' then 'ALL' when 'STATES' then 'SIGHT' when 'MANDATE' then 'SIGHT' else 'ACTS' end
$$;

-- The states of an actor that sees the children first found in them; of any other none. Codes have no signs that JSON would escape.
create function sec.own_states() returns char(2)[] language plpgsql stable parallel safe as $$
declare
  actor constant jsonb := sec.ctx();
begin
  return case actor ->> 'rule' when 'STATES' then coalesce(translate(actor ->> 'states', '[]', '{}'), '{}') else '{}' end;
end $$;

revoke all on function sec.way(), sec.own_states() from public;
do $$
declare
  service text;
  child text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns'] loop
    execute format('grant execute on function sec.way(), sec.own_states() to %I', 'vigia_' || service || '_reader');
    child := case service when 'children' then 'child.id' else 'child_ref.child_id' end;
    execute format($policy$
      alter policy by_actor on %1$I.%2$I using (
        case (select sec.way())
          when 'ALL' then true
          when 'SIGHT' then state = any ((select sec.own_states())::char(2)[])
            or (select true from %1$I.child_sight s where s.child_id = %3$s)
          else (select true from %1$I.act_here a where a.child_id = %3$s limit 1)
        end
        or %3$s = any ((select sec.opened())::uuid[]))$policy$, service, split_part(child, '.', 1), child);
  end loop;
end $$;
