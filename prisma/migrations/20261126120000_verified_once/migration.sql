-- In whose name a transaction reads was verified by each policy of each statement anew, and each statement got ready to judge by every
-- rule there is. Now the context is verified where the transaction begins, and kept for it alone; and a plan holds what the rule of
-- its actor needs. Who sees what stays as it was.

-- One row a transaction that reads for somebody, gone with its end (audit.record) or its failure: others find the table empty. No login
-- writes it but by sec.enter. It need not outlast the server.
create unlogged table sec.entered (
  xact xid8 not null,
  until timestamptz not null,
  actor jsonb not null,
  way text not null,            -- by which of its ways the actor sees children: ALL, SIGHT or ACTS
  own_states char(2)[] not null,-- of an actor that sees the children first found in them; of any other none
  constraint entered_pkey primary key (xact)
) with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

-- <key id>.<base64 of JSON>.<hex HMAC-SHA-256 of "<key id>.<base64>">. The JSON: until (seconds since 1970), rule, states, parties,
-- opened (prisma/src/row-context.ts).
create function sec.verified(signed text) returns jsonb language plpgsql stable set search_path = pg_catalog as $$
declare
  part constant text[] := string_to_array(signed, '.');
  of_key sec.key;
begin
  if array_length(part, 1) is distinct from 3 then
    raise exception 'No actor.' using errcode = '28000';
  end if;
  select * into of_key from sec.key k where k.login = session_user and k.id = part[1];
  -- Digests of both sides are compared: how long that takes says nothing of the code.
  if not found or sha256(convert_to(part[3], 'UTF8')) <> sha256(convert_to(encode(
      sha256(of_key.outer_pad || sha256(of_key.inner_pad || convert_to(part[1] || '.' || part[2], 'UTF8'))), 'hex'), 'UTF8')) then
    raise exception 'No actor.' using errcode = '28000';
  end if;
  return convert_from(decode(part[2], 'base64'), 'UTF8')::jsonb;
end $$;

-- Begins to read in the name of the actor of a signed context: once in a transaction, and for nobody else in it. Codes of states have
-- no signs that JSON would escape.
create function sec.enter(signed text) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  actor constant jsonb := sec.verified(signed);
  rule constant text := coalesce(actor ->> 'rule', 'NONE');
  way constant text := case rule when 'ALL' then 'ALL' when 'STATES' then 'SIGHT' when 'MANDATE' then 'SIGHT' else 'ACTS' end;
begin
  insert into sec.entered (xact, until, actor, way, own_states)
  values (pg_current_xact_id(), to_timestamp((actor ->> 'until')::numeric), actor, way,
    case rule when 'STATES' then coalesce(translate(actor ->> 'states', '[]', '{}'), '{}') else '{}' end::char(2)[])
  on conflict do nothing;
  if not found then
    raise exception 'This transaction has an actor.' using errcode = '28000';
  end if;
  perform set_config('app.way', way, true);
end $$;

-- What was entered; without it, or once the context is over, a statement ends in an error and never in rows.
create function sec.here() returns sec.entered language plpgsql stable parallel safe security definer set search_path = pg_catalog as $$
declare
  entered sec.entered;
begin
  select e.* into entered from sec.entered e
  where e.xact = pg_current_xact_id_if_assigned() and e.until > clock_timestamp();
  if not found then
    raise exception 'No actor.' using errcode = '28000';
  end if;
  return entered;
end $$;

create or replace function sec.ctx() returns jsonb language sql stable parallel safe as $$ select (sec.here()).actor $$;
alter function sec.ctx() security invoker reset all;
create or replace function sec.way() returns text language sql stable parallel safe as $$ select (sec.here()).way $$;
create or replace function sec.sees_all() returns boolean language sql stable parallel safe as $$ select (sec.here()).way = 'ALL' $$;
create or replace function sec.own_states() returns char(2)[] language sql stable parallel safe as $$
  select (sec.here()).own_states
$$;

-- The way for which a statement is planned; none is known where nobody entered. Called immutable, so that the planner asks it and
-- leaves out what the other ways would need: plans are kept by the rule of the actor (prisma/src/reader.ts). Whoever makes it say
-- another way has a plan that finds nothing, since what a plan judges by is what was entered.
create function sec.planned_way() returns text language sql immutable parallel safe as $$ select current_setting('app.way', true) $$;

revoke all on function sec.verified(text), sec.enter(text), sec.here(), sec.planned_way() from public;

-- A row that says of whom it is is seen as the child is.
create function sec.as_the_child(service text, guarded text) returns text language sql as $$
  select format($policy$
    case when sec.planned_way() in ('SIGHT', 'ACTS') then false else (select sec.sees_all()) end
    or case when sec.planned_way() = 'ALL' then false else (select true from %1$s c where c.%2$s = %3$I.child_id) end$policy$,
    case service when 'children' then 'children.child' else service || '.child_ref' end,
    case service when 'children' then 'id' else 'child_id' end, guarded)
$$;
create or replace function sec.guard_of_children(service text, guarded text) returns void language sql as $$
  select sec.guard(service, guarded, sec.as_the_child(service, guarded))
$$;
revoke all on function sec.as_the_child(text, text) from public;

do $$
declare
  service text;
  guarded text;
  child text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function sec.enter(text), sec.here(), sec.planned_way() to %I', 'vigia_' || service || '_reader');
  end loop;
  foreach service in array array['children', 'placements', 'representation', 'returns'] loop
    child := case service when 'children' then 'child.id' else 'child_ref.child_id' end;
    -- What it has opened in an emergency, which is of single children, comes last.
    execute format($policy$
      alter policy by_actor on %1$I.%2$I using (
        case when sec.planned_way() in ('SIGHT', 'ACTS') then false else (select sec.sees_all()) end
        or case when sec.planned_way() in ('ALL', 'ACTS') then false else case (select sec.way()) when 'SIGHT' then
          state = any ((select sec.own_states())::char(2)[]) or (select true from %1$I.child_sight s where s.child_id = %3$s) end end
        or case when sec.planned_way() in ('ALL', 'SIGHT') then false else
          (select true from %1$I.act_here a where a.child_id = %3$s limit 1) end
        or %3$s = any ((select sec.opened())::uuid[]))$policy$, service, split_part(child, '.', 1), child);
    for guarded in
      select p.tablename from pg_policies p where p.schemaname = service and p.policyname = 'by_actor'
        and p.qual ~ '^\(\( SELECT sec\.sees_all\(\) AS sees_all\) OR \( SELECT true\s+FROM (children\.child|[a-z]+\.child_ref) c\s'
    loop
      execute format('alter policy by_actor on %I.%I using (%s)', service, guarded, sec.as_the_child(service, guarded));
    end loop;
  end loop;
end $$;

-- Whoever has read is done: nobody stays entered.
create or replace function audit.record(of_service text, act text, request_id text, subject text, role text, office text, states text[],
  asked text[], types text[], scopes text[], reason text, records int, children bytea, missed bytea, batch_id uuid)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if session_user not in ('vigia_' || of_service, 'vigia_' || of_service || '_reader') then
    perform audit.speaking_for(of_service);
  end if;
  with added as (
    insert into audit.entry (service, act, request_id, subject, role, office, states, asked, types, scopes, reason, records, children,
      missed, batch_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id
  )
  insert into audit.unlinked (service, entry_id) select of_service, id from added;
  delete from sec.entered e where e.xact = pg_current_xact_id_if_assigned();
end $$;

-- Chaining was planned anew with each round, since its lists of entries were looked at: that took longer than chaining.
alter function audit.chain(text, int) set plan_cache_mode = force_generic_plan;
