-- Whoever may know of the children of a state reads the latest of those whom other states found and its own authorities have to do with: in
-- the order of the list, as its own. All of them were read and sorted for every page; of Chiapas, in which most cross, some thousands.
create table children.found_elsewhere (
  child_id uuid not null,
  state char(2) not null,
  first_detected_at timestamptz(3) not null,
  constraint found_elsewhere_pkey primary key (child_id, state)
);
create index found_elsewhere_state_first_detected_at_child_id_idx
  on children.found_elsewhere (state, first_detected_at desc, child_id desc);
grant select, insert, update, delete, truncate on children.found_elsewhere to vigia_children;
grant select on children.found_elsewhere to vigia_children_reader;
-- As the sight of it, which names all states at once.
select sec.guard('children', 'found_elsewhere', 'state = any ((select sec.own_states())::char(2)[])');

-- It says what child_sight and child say, in the order in which it is read.
create function children.list_elsewhere() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from children.found_elsewhere e using old_rows o where e.child_id = o.child_id;
  end if;
  if tg_op <> 'DELETE' then
    insert into children.found_elsewhere (child_id, state, first_detected_at)
    select c.id, s.state, c.first_detected_at from new_rows n join children.child c on c.id = n.child_id, unnest(n.states) s (state);
  end if;
  return null;
end $$;
create trigger list_elsewhere_insert after insert on children.child_sight
  referencing new table as new_rows for each statement execute function children.list_elsewhere();
create trigger list_elsewhere_update after update on children.child_sight
  referencing old table as old_rows new table as new_rows for each statement execute function children.list_elsewhere();
create trigger list_elsewhere_delete after delete on children.child_sight
  referencing old table as old_rows for each statement execute function children.list_elsewhere();

create function children.list_elsewhere_anew() returns trigger language plpgsql as $$
begin
  update children.found_elsewhere set first_detected_at = new.first_detected_at where child_id = new.id;
  return null;
end $$;
create trigger d_list_elsewhere after update of first_detected_at on children.child for each row
  when (old.first_detected_at is distinct from new.first_detected_at) execute function children.list_elsewhere_anew();

insert into children.found_elsewhere (child_id, state, first_detected_at)
select c.id, s.state, c.first_detected_at from children.child_sight n join children.child c on c.id = n.child_id, unnest(n.states) s (state);
