-- The ids of the stretch in which new children lie are read once and not twice: where more are read than there can be children in
-- it, or one is missed, each is looked up.
create or replace function outbox.refer_to_known() returns trigger language plpgsql as $$
declare
  parent constant text := tg_argv[0];
  facts bigint;
  missing uuid;
begin
  select count(*) into facts from new_rows;
  if facts >= outbox.many() then
    execute format(
      'select child_id from new_rows where child_id not in (select id from %s where id between $1 and $2 limit $3) limit 1', parent)
      into missing
      using (select child_id from new_rows order by child_id limit 1),
            (select child_id from new_rows order by child_id desc limit 1), 2 * facts;
    if missing is null then
      return null;
    end if;
  end if;
  execute format('select n.child_id from new_rows n where (select p.id from %s p where p.id = n.child_id limit 1) is null limit 1', parent)
    into missing;
  if missing is not null then
    raise exception 'A row of %.% refers to no row of %', tg_table_schema, tg_table_name, parent using errcode = '23503';
  end if;
  return null;
end $$;
