-- Who read which record is told to who oversees that (group `audit`), as whoever signed the context says, of the children that he may know
-- of. The login by which a service answers was told it without any context: a statement that got in there read who had looked at whom.
create function sec.reads_audit() returns boolean language sql stable parallel safe as $$
  select coalesce((sec.ctx() ->> 'audits')::boolean, false)
$$;
revoke all on function sec.reads_audit() from public;
grant execute on function sec.reads_audit() to vigia_children_reader, vigia_oversight_reader;

-- Whoever administers the database is no login of ours, and proves by the chains themselves (`npm run audit`).
create function audit.is_told() returns boolean language sql stable as $$
  select case when session_user like 'vigia\_%' then sec.reads_audit() else true end
$$;
-- By the rules of the policies. What was opened in an emergency opens nothing of the audit.
create function audit.is_told_of(child uuid) returns boolean language plpgsql stable as $$
begin
  if not audit.is_told() then return false; end if;
  if session_user not like 'vigia\_%' then return true; end if;
  return exists (select from children.child c where c.id = child and case sec.way()
    when 'ALL' then true
    when 'SIGHT' then c.state = any ((select sec.own_states())::char(2)[]) or exists (
      select from children.child_sight s where s.child_id = c.id and s.states && (select sec.own_states())::char(2)[])
    else exists (select from children.act_here a where a.child_id = c.id) end);
end $$;
revoke all on function audit.is_told(), audit.is_told_of(uuid) from public;

create or replace function audit.accesses_to(child uuid) returns table (child_id uuid, entry_id bigint, is_given boolean, at timestamptz,
  service text, seq bigint, hash bytea, subject text, role text, office text, asked text[], scopes text[], reason text, request_id text,
  act text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with part (service, first, last) as (
    select h.service, h.number * 100 + 1, h.number * 100 + 100 from audit.hundred h where h.children @> array[child]
    union all
    select named.service, coalesce((select max(h.number) + 1 from audit.hundred h where h.service = named.service), 0) * 100 + 1,
      null from unnest(array['children', 'placements', 'representation', 'returns', 'oversight', 'gateway']) named (service)
  )
  select child, e.id, audit.holds(e.children, child), e.at, e.service, l.seq, l.hash, e.subject, e.role, e.office, e.asked, e.scopes,
    e.reason, e.request_id, e.act
  from part join audit.link l on l.service = part.service and l.seq >= part.first and l.seq <= coalesce(part.last, l.seq)
    join audit.entry e on e.id = l.entry_id
  where (select audit.is_told_of(child)) and e.act in ('READ', 'OPEN', 'EMERGENCY')
    and (audit.holds(e.children, child) or audit.holds(e.missed, child))
$$;

create or replace function audit.followers_of(stream text, moment timestamptz) returns text[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(f.subject order by f.subject), '{}') from (
    select e.subject from audit.entry e
    where (select audit.is_told()) and e.service = 'gateway' and e.asked[1] like 'alertRaised %'
      and e.asked[1] in ('alertRaised begins ' || stream, 'alertRaised ends ' || stream) and e.at <= moment + interval '61 seconds'
    group by e.subject
    having count(*) filter (where e.asked[1] like 'alertRaised begins %')
      > count(*) filter (where e.asked[1] like 'alertRaised ends %' and e.at < moment)) f
$$;

-- Alarms too, and to who oversees states those of readers who are bound to one of these.
create or replace view audit.alarm_told with (security_barrier) as
  select id, at, kind, subject, role, office, states, records from audit.alarm
  where (select sec.reads_audit())
    and ((select jsonb_typeof(sec.ctx() -> 'states')) is distinct from 'array' or states && (select sec.texts('states'))::text[]);

-- Nobody is answered by the logins that take in and count.
revoke execute on function audit.accesses_to(uuid), audit.followers_of(text, timestamptz) from vigia_children;
revoke select on audit.alarm_told from vigia_oversight;
