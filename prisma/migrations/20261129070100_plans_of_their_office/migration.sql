-- What is planned is carried out by the departure that its own office tells under its folio, or by one of the planned day (A16, A17, A18). Of
-- whom another state had told an earlier return under that folio, the alert of the plan was over before it began: judged by that now.
select oversight.ask_again('CHILD', array(
  select distinct p.child_id::text
  from oversight.path_fact p
  join oversight.path_fact r on r.child_id = p.child_id and r.entity = 'executed_return' and r.detail ->> 'folio' = p.detail ->> 'folio'
    and r.state <> p.state
  where p.entity = 'return_plan'));
