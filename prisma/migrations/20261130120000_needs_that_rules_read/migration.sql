-- That a need of protection was seen, and that DIF found none, in a word that rules of alerts read: what was said of it is sealed, and since it
-- is nobody could raise A08, A09 and A22 by it. What intake has sealed before, a start says, which has the keys (_kit/src/seal/of-before/tell-needs.ts).
alter table children.detection_evidence
  add column need text,
  add constraint detection_evidence_need_is_known check (need in ('SEEN', 'RULED_OUT', 'SEEN_AND_RULED_OUT', 'NOT_SEEN'));

alter table outbox.sealing add column are_needs_told boolean not null default true;
update outbox.sealing set are_needs_told = false;

with latest as (
  select distinct on (entity_id) entity_id, payload -> 'need' as need from outbox.event
  where source = 'children' and type in ('detection_evidence.recorded', 'detection_evidence.corrected') order by entity_id, seq desc
)
update oversight.path_fact f
set detail = f.detail - '{protection_need,evaluation_result}'::text[]
  || jsonb_build_object('need', (select l.need from latest l where l.entity_id = f.entity_id))
where f.entity = 'detection_evidence';
