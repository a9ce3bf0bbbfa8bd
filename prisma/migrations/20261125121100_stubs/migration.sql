-- What a state's secretary is still shown of a child that has left a place of the state, when nothing else shows it to the state: that
-- there is such a child, for 90 days (security.md 3.2; services/_law/src/access-lines.ts, DAYS_OF_A_STUB). It is no row of a child:
-- the policies of children, stays, files and returns stay as they are, and let nothing of it through.

-- Whether the line of the actor has stubs, as whoever signed the context says.
create function sec.has_stubs() returns boolean language sql stable parallel safe as $$
  select sec.rule() = 'STATES' and coalesce((sec.ctx() ->> 'stubs')::boolean, false)
$$;
revoke all on function sec.has_stubs() from public;

-- Of each child, when it left the last place of the actor's states.
create view children.stub_here with (security_barrier) as
  select c.id, c.folio, c.sex, c.age_group, c.nationality, c.accompaniment, c.state, c.first_detected_at, g.left_at
  from (
    select s.child_id, max(s.left_at) as left_at from children.stay_ref s join children.place_ref p using (facility_id)
    where (select sec.has_stubs()) and p.state = any ((select sec.states())::char(2)[])
      and s.left_at > (select sec.now()) - interval '90 days' and s.left_at <= (select sec.now())
    group by s.child_id
  ) g
  join children.child c on c.id = g.child_id
  where c.state <> all ((select sec.states())::char(2)[])
    and not exists (select from children.child_sight x where x.child_id = c.id and x.states && (select sec.states())::char(2)[]);

-- The other services hold nothing of it that the secretary is still shown: they know whom to say so of.
do $$
declare
  service text;
begin
  foreach service in array array['placements', 'representation', 'returns'] loop
    execute format($view$
      create view %1$I.stub_here with (security_barrier) as
      select distinct s.child_id
      from %2$s
      where (select sec.has_stubs()) and p.state = any ((select sec.states())::char(2)[])
        and s.left_at > (select sec.now()) - interval '90 days' and s.left_at <= (select sec.now())
        and exists (select from %1$I.child_ref c where c.child_id = s.child_id and c.state <> all ((select sec.states())::char(2)[]))
        and not exists (select from %1$I.child_sight x
          where x.child_id = s.child_id and x.states && (select sec.states())::char(2)[])$view$,
      service, case service when 'placements' then 'placements.stay_ledger s, lateral (select s.state) p'
        else format('%1$I.stay_ref s join %1$I.place_ref p using (facility_id)', service) end);
  end loop;
  foreach service in array array['children', 'placements', 'representation', 'returns'] loop
    execute format('grant execute on function sec.has_stubs() to %I', 'vigia_' || service || '_reader');
    execute format('grant select on %I.stub_here to %I', service, 'vigia_' || service || '_reader');
  end loop;
end $$;
