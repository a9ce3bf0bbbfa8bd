-- What a large file writes refers to children by the ten thousand, and a foreign key asks for each of them by a query of its
-- own: a sixth of the time of an intake. From PostgreSQL 18 on a foreign key may be declared and its check be ours: one look for
-- all rows of a statement, with the same answer (23503) and the same cascade. Before it, foreign keys do it as ever.
-- It holds because a service takes in or back one file at a time (advisory lock vigia.intake.<service>): nobody deletes the
-- child that another is referring to.
create function outbox.refer_to_known() returns trigger language plpgsql as $$
declare
  parent constant text := tg_argv[0];
  missing uuid;
begin
  execute format('select n.child_id from new_rows n where (select p.id from %s p where p.id = n.child_id limit 1) is null limit 1', parent)
    into missing;
  if missing is not null then
    raise exception 'A row of %.% refers to no row of %', tg_table_schema, tg_table_name, parent using errcode = '23503';
  end if;
  return null;
end $$;

create function outbox.delete_with_parent() returns trigger language plpgsql as $$
begin
  execute format('delete from %s c using old_rows o where c.child_id = o.id', tg_argv[0]);
  return null;
end $$;

do $$
declare
  fact text;
begin
  if current_setting('server_version_num')::int < 180000 then
    return;
  end if;
  foreach fact in array array['person_name', 'identifier', 'detection'] loop
    execute format('alter table children.%I alter constraint %I not enforced', fact, fact || '_child_id_fkey');
    execute format('create trigger a_refer_on_insert after insert on children.%I referencing new table as new_rows
                    for each statement execute function outbox.refer_to_known(%L)', fact, 'children.child');
    execute format('create trigger a_refer_on_update after update on children.%I referencing new table as new_rows
                    for each statement execute function outbox.refer_to_known(%L)', fact, 'children.child');
    execute format('create trigger %I after delete on children.child referencing old table as old_rows
                    for each statement execute function outbox.delete_with_parent(%L)',
                    'a_delete_' || fact, 'children.' || fact);
  end loop;
end $$;
