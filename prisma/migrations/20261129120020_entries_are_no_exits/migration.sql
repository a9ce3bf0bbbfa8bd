-- An alert that ended by an entry into care, or by what a place told of a stay, was told as one that ended by an exit: it is what did not
-- happen when the stay ended.
update oversight.alert a set resolved_by = case a.kind when 'HANDOVER_NOT_PROVEN' then 'entry' else 'place_told' end
from oversight.path_fact f
where a.kind in ('HANDOVER_NOT_PROVEN', 'NOT_APART_FROM_ADULTS') and a.resolved_by = 'stay' and f.entity = 'stay'
  and f.entity_id::text = a.resolved_by_id and outbox.mx_date(f.until) is distinct from outbox.mx_date(a.ended_at);
