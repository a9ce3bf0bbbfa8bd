-- The office of INM in each state numbers its returns for itself (domain.md 6: no identifier is universal). One folio in the nation meant
-- that the first returns of the second office waited as being of two children, and were counted nowhere. Which return a row means, the
-- intake tells apart, one file at a time (services/returns, intake/return-folio.ts).
create index executed_return_folio_idx on returns.executed_return (folio);
drop index returns.executed_return_folio_key;
create unique index return_plan_folio_child_id_key on returns.return_plan (folio, child_id);
drop index returns.return_plan_folio_key;

-- Nor does a row of one office that waits hide that of another from whoever reads back what INM sent.
do $$
declare
  entity text;
  told text;
begin
  foreach entity in array array['return_plan', 'executed_return'] loop
    told := pg_get_viewdef(format('returns.%I', entity || '_sent')::regclass);
    if position('{folio}' in told) = 0 then
      raise exception 'returns.%_sent no longer tells rows that wait apart by their folio', entity;
    end if;
    execute format('create or replace view returns.%I with (security_barrier) as %s', entity || '_sent',
      replace(told, '{folio}', '{folio,state}'));
  end loop;
end $$;
