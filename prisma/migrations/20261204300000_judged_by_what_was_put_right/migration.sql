-- Until 2026-11-30 whoever had left a place more than forty days before was not judged again when a list put its kind or its state right, nor a
-- place when a child there turned out to be younger than was known: they are judged now, and not with the next fact about each.
select oversight.ask_again('CHILD', array(
  select distinct f.child_id::text
  from placements.facility p join oversight.path_fact f on f.facility_id = p.id
  where exists (select from placements.former_version v
    where v.entity = 'facility' and v.entity_id = p.id and (v.former ->> 'type', v.former ->> 'state') is distinct from (p.type, p.state::text))));
select oversight.ask_again('FACILITY', array(select facility_id::text from oversight.facility_ref where carers is not null));
