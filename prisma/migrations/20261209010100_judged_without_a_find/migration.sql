-- A child whose finds were withdrawn is held, or was returned, by what still stands of it, and is judged by that: wherever all are asked for
-- again, so are those, and those whose alert had ended with their find are judged once.
create function oversight.children_without_find() returns text[] language sql stable as $$
  select array(
    select distinct f.child_id::text from oversight.path_fact f
    where f.entity in ('stay', 'executed_return', 'return_plan')
      and not exists (select from oversight.child_ref r where r.child_id = f.child_id))
$$;
revoke all on function oversight.children_without_find() from public;
grant execute on function oversight.children_without_find() to vigia_oversight;

create or replace function oversight.ask_all_again() returns void language sql as $$
  select oversight.ask_again('CHILD', array(select child_id::text from oversight.child_ref));
  select oversight.ask_again('CHILD', oversight.children_without_find());
  select oversight.ask_again('FACILITY', array(select facility_id::text from oversight.facility_ref));
  select oversight.ask_again('STATE', array(select to_char(n, 'FM00') from generate_series(0, 32) n));
$$;

create or replace function oversight.ask_by_wave(now timestamptz, at_most int) returns int language plpgsql as $$
declare
  wave oversight.threshold_wave;
  children uuid[];
begin
  select * into wave from oversight.threshold_wave where due_at <= now order by due_at, threshold_id limit 1 for update skip locked;
  if not found then return 0; end if;
  children := array(select child_id from oversight.child_ref where child_id > coalesce(wave.after_child, '00000000-0000-0000-0000-000000000000')
    order by child_id limit at_most);
  perform oversight.ask_again('CHILD', children::text[]);
  if cardinality(children) < at_most then
    perform oversight.ask_again('CHILD', oversight.children_without_find());
    perform oversight.ask_again('FACILITY', array(select facility_id::text from oversight.facility_ref));
    perform oversight.ask_again('STATE', array(select to_char(n, 'FM00') from generate_series(0, 32) n));
    delete from oversight.threshold_wave where threshold_id = wave.threshold_id;
  else
    update oversight.threshold_wave set after_child = children[at_most] where threshold_id = wave.threshold_id;
  end if;
  return cardinality(children) + 1;
end $$;

select oversight.ask_again('CHILD', oversight.children_without_find());
