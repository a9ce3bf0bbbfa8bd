-- Up to which migration the database has come: a service or a gateway that starts alone asks, and works on no other version than its own.
-- It looks when it is asked: where migrations are applied by other means there is no record of them.
create function outbox.migrated_to() returns text language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select max(m.migration_name collate "C") from public._prisma_migrations m where m.finished_at is not null and m.rolled_back_at is null);
end $$;
revoke all on function outbox.migrated_to() from public;
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns', 'oversight'] loop
    execute format('grant execute on function outbox.migrated_to() to %I', 'vigia_' || service || '_reader');
  end loop;
  grant execute on function outbox.migrated_to() to vigia_gateway;
end $$;
