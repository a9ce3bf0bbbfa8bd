-- The commission of each state numbers its complaints for itself: under a folio of Chiapas that of Sonora could not tell of its own, and
-- where the row named no child it wrote over the other. What is known gets the state of whoever told of it first; its former words say
-- nothing of the column, and leave it as it is.
alter table representation.complaint add column state char(2);
alter table representation.complaint disable trigger user;
update representation.complaint q set state = b.state
from representation.batch b
where q.ombuds = 'CEDH' and b.source = 'CEDH' and b.id = coalesce(
  (select (v.former ->> 'batch_id')::uuid from representation.former_version v
   where v.entity = 'complaint' and v.entity_id = q.id and not v.is_late order by v.id limit 1),
  q.batch_id);
alter table representation.complaint enable trigger user;
drop index representation.complaint_folio_key;
create index complaint_folio_idx on representation.complaint (folio);
