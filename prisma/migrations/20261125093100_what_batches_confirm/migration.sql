-- A file that says again what is known changes nothing, and yet it said so: when the batch that said it first is withdrawn, the
-- fact stays, on the word of the other. One row a fact said again, with the batch whose version of it was confirmed.
do $$
declare
  service text;
begin
  foreach service in array array['children', 'placements', 'representation', 'returns'] loop
    execute format(
      'create table %I.confirmation (
         batch_id uuid not null, entity text not null, entity_id uuid not null, of_batch uuid not null,
         constraint confirmation_pkey primary key (entity_id, entity, batch_id))', service);
    execute format('create index confirmation_batch_id_idx on %I.confirmation using brin (batch_id)', service);
    execute format('grant select, insert, update, delete, truncate on %I.confirmation to %I', service, 'vigia_' || service);
  end loop;
end $$;

-- A child that was withdrawn with its batch and comes again is the child it was: other services may still hold facts of it.
create index former_actas on children.former_version ((former ->> 'acta')) where entity = 'detection';
