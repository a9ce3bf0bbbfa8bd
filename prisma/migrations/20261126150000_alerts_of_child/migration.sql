-- A child tells of its alerts in every service's way: to the secretary of a state that it has left it is a stub here too (security.md 3.2),
-- of whom no alert is listed. As in 20261125121100_stubs; who is in sight of the state, by what this service follows, is none.
create view oversight.stub_here with (security_barrier) as
  select distinct s.child_id
  from oversight.path_fact s
  where (select sec.has_stubs()) and s.entity = 'stay' and s.state = any ((select sec.states())::char(2)[])
    and s.until > (select sec.now()) - interval '90 days' and s.until <= (select sec.now())
    and exists (select from oversight.child_ref c where c.child_id = s.child_id and c.state <> all ((select sec.states())::char(2)[]))
    and not exists (select from oversight.path_fact x where x.child_id = s.child_id and case x.entity
      when 'detection' then x.state = any ((select sec.states())::char(2)[])
      when 'stay' then x.until is null and x.state = any ((select sec.states())::char(2)[])
      when 'protection_case' then (x.detail ->> 'state')::char(2) = any ((select sec.states())::char(2)[])
      else false end);
grant execute on function sec.has_stubs() to vigia_oversight_reader;
grant select on oversight.stub_here to vigia_oversight_reader;

-- The alerts of each child of a page, as far as its page goes.
drop index oversight.alert_owner_idx;
create index alert_owner_opened_at_id_idx on oversight.alert (owner, opened_at desc, id desc);
