-- The post of the federal executive secretary (LGDNNA arts. 130, 131) is told of too, under the code of the nation, and raises its
-- alert (A36), which is of no state. Nothing else is about the nation.
alter table oversight.secretariat_told drop constraint secretariat_told_state_is_known;
alter table oversight.secretariat_told add constraint secretariat_told_state_is_known
  check (state ~ '^(0[0-9]|[12][0-9]|3[0-2])$');
alter table oversight.alert drop constraint alert_state_is_known;
alter table oversight.alert add constraint alert_state_is_known
  check (state ~ '^(0[1-9]|[12][0-9]|3[0-2])$' or state = '00' and kind = 'SECRETARIAT_VACANT');

-- By a new threshold, and where everybody is asked again, the nation is too.
create or replace function oversight.ask_all_again() returns void language sql as $$
  select oversight.ask_again('CHILD', array(select child_id::text from oversight.child_ref));
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
    perform oversight.ask_again('FACILITY', array(select facility_id::text from oversight.facility_ref));
    perform oversight.ask_again('STATE', array(select to_char(n, 'FM00') from generate_series(0, 32) n));
    delete from oversight.threshold_wave where threshold_id = wave.threshold_id;
  else
    update oversight.threshold_wave set after_child = children[at_most] where threshold_id = wave.threshold_id;
  end if;
  return cardinality(children) + 1;
end $$;

select oversight.ask_again('STATE', array['00']);
