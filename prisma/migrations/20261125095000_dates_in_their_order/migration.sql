-- Dates that follow from one another stand in their order. The feeds give the kind sentence; these hold against every writer.
alter table children.asylum_claim
  add constraint claim_stands_so_since_it_was_filed check (status_on >= filed_on);
alter table children.migration_document
  add constraint document_is_issued_once_granted check (issued_on >= granted_on);
alter table placements.urgent_measure
  add constraint measure_is_ratified_once_ordered check (ratified_at >= ordered_at);

-- A plan is of a case that is open by then (LGDNNA art. 123). Looked at when all is written: a withdrawal puts the plan back
-- before its case.
create function representation.plan_follows_its_case() returns trigger language plpgsql as $$
begin
  if exists (
    select from representation.restitution_plan r join representation.protection_case c on c.id = r.case_id
    where case when tg_table_name = 'protection_case' then c.id = new.id else r.id = new.id end
      and r.issued_on < outbox.mx_date(c.opened_at))
  then
    raise check_violation using message = 'A restitution plan is not issued before its case is opened.',
      constraint = 'plan_follows_its_case', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end $$;
create constraint trigger plan_follows_its_case after insert or update on representation.restitution_plan
  deferrable initially deferred for each row execute function representation.plan_follows_its_case();
create constraint trigger plan_follows_its_case after update on representation.protection_case
  deferrable initially deferred for each row
  when (old.opened_at is distinct from new.opened_at) execute function representation.plan_follows_its_case();
