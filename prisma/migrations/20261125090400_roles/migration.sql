-- One login a service, which can touch its own schema alone; one for the gateway, which can read versions alone.
-- Logins get their password when the program starts (prisma/src/roles.ts); none is kept here.
do $$
declare
  role text;
begin
  foreach role in array array['vigia_children', 'vigia_placements', 'vigia_representation', 'vigia_returns', 'vigia_oversight',
    'vigia_gateway']
  loop
    begin
      execute format('create role %I nologin', role);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant usage on schema %I, outbox to %I', service, 'vigia_' || service);
    execute format('grant select, insert, update, delete, truncate on all tables in schema %I to %I', service, 'vigia_' || service);
    execute format('grant usage on all sequences in schema %I to %I', service, 'vigia_' || service);
    execute format('alter default privileges in schema %I grant select, insert, update, delete, truncate on tables to %I',
      service, 'vigia_' || service);
    execute format('alter default privileges in schema %I grant usage on sequences to %I', service, 'vigia_' || service);
    execute format('grant select on outbox.event, outbox.service_version, outbox.registry to %I', 'vigia_' || service);
    execute format('grant temporary on database %I to %I', current_database(), 'vigia_' || service);
  end loop;
  grant usage on schema outbox to vigia_gateway;
  grant select on outbox.service_version, outbox.registry to vigia_gateway;
end $$;
