-- Alerts are asked for by the folio that a letter says, also where that child was found to be another since: a find says in the picture of
-- oversight too whom its child was taken for (store/child-of-folio.ts). Few do, and nothing is judged by it.
create index path_fact_taken_for_another on oversight.path_fact ((detail ->> 'child_before')) where detail ? 'child_before';

alter table oversight.path_fact disable trigger user;
update oversight.path_fact f set detail = coalesce(f.detail, '{}') || jsonb_build_object('child_before', d.child_before)
from children.detection d
where d.child_before is not null and f.entity = 'detection' and f.entity_id = d.id;
alter table oversight.path_fact enable trigger user;
