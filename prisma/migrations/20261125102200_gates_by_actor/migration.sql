-- What a gate and a list of overstays are answered from, for the login that answers (rows_by_actor): views that hold what the asker may
-- be told and nothing beyond it. SQL that gets in reads in the name of INM of no child whom that office did not find, and of those it
-- found no more than what permits a return or the consulate; in the name of a partner, of who is held in the states of its agreement.
create view returns.found_by_inm with (security_barrier) as
  select w.acta, w.child_id, w.state
  from returns.detection_writing w join returns.inm_batch_ref using (batch_id)
  where (select sec.rule()) = 'OWN_WRITING' and w.state = any ((select sec.states())::char(2)[])
    and not exists (
      select from returns.detection_writing later join returns.inm_batch_ref using (batch_id)
      where later.detection_id = w.detection_id and later.seq > w.seq);

-- services/returns/src/rules/gates.ts: the determination that speaks, where it permits the return.
create view returns.gate_of_return with (security_barrier) as
  select f.acta, f.child_id, f.state, d.determination_id, d.decided_at, d.outcome, d.authority, d.number
  from returns.found_by_inm f
  left join lateral (
    select * from returns.determination_ref t
    where t.child_id = f.child_id and t.authority = 'PPNNA' and t.decided_at < now()
    order by t.decided_at desc, t.determination_id desc limit 1) d on d.outcome = 'RETURN_PERMITTED';

-- The same file: acts that permit the contact, which none of the same day or later refuses.
create view returns.gate_of_consulate with (security_barrier) as
  select f.acta, f.child_id, f.state, c.case_id, c.is_permitted, c.acted_on
  from returns.found_by_inm f
  left join returns.consular_act_ref c on c.child_id = f.child_id and not exists (
    select from returns.consular_act_ref o
    where o.child_id = c.child_id and o.acted_on >= c.acted_on and not o.is_permitted);

grant select on returns.gate_of_return, returns.gate_of_consulate to vigia_returns_reader;

create view placements.overstay with (security_barrier) as
  select stay_id, child_id, state, kind, entered_at from placements.stay_ledger
  where left_at is null and kind in ('PROHIBITED', 'REFERRAL', 'OTHER_AD_HOC')
    and (select sec.rule()) = 'AGREEMENT' and state = any ((select sec.states())::char(2)[]);
grant select on placements.overstay to vigia_placements_reader;
