-- What somebody has opened of a child (openings.opening) counts where the database finds it written down: until now a service, and
-- these policies, believed the envelope and the context that named it. Who holds it stands in the signed context, where anything is
-- named at all: `holder`, with subject, role and states (services/_kit/src/graph/in-sight.ts).
create function sec.open_now() returns table (child_id uuid, by text, is_outside boolean, until timestamptz)
  language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select l.child_id, l.by, l.is_outside, l.until
  from (select sec.ctx() -> 'holder' as holder) c join openings.live l
    on l.subject = c.holder ->> 'subject' and l.role = c.holder ->> 'role'
      and l.states is not distinct from case when jsonb_typeof(c.holder -> 'states') = 'array'
        then array(select jsonb_array_elements_text(c.holder -> 'states')) end
$$;

-- Children beyond the actor's rows whom an emergency shows: those that the context names, and that were opened so.
create or replace function sec.opened() returns uuid[] language sql stable parallel safe as $$
  select case when sec.ctx() -> 'holder' is null then '{}'::uuid[]
    else array(select n.id from unnest(sec.texts('opened')::uuid[]) n (id)
      where exists (select from sec.open_now() o where o.child_id = n.id and o.by = 'EMERGENCY')) end
$$;

revoke all on function sec.open_now() from public;
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function sec.open_now() to %I', 'vigia_' || service || '_reader');
  end loop;
end $$;
