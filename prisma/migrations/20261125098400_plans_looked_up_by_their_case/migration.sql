-- The same rule, each plan found by its index: one condition for both tables read all plans and all cases for every row, so that
-- a file of plans took as long as there were plans, times as many as it brought.
create or replace function representation.plan_follows_its_case() returns trigger language plpgsql as $$
declare
  is_broken boolean;
begin
  if tg_table_name = 'protection_case' then
    select exists (
      select from representation.protection_case c join representation.restitution_plan r on r.case_id = c.id
      where c.id = new.id and r.issued_on < outbox.mx_date(c.opened_at)) into is_broken;
  else
    select exists (
      select from representation.restitution_plan r join representation.protection_case c on c.id = r.case_id
      where r.id = new.id and r.issued_on < outbox.mx_date(c.opened_at)) into is_broken;
  end if;
  if is_broken then
    raise check_violation using message = 'A restitution plan is not issued before its case is opened.',
      constraint = 'plan_follows_its_case', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end $$;
