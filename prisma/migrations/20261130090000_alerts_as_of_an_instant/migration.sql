-- How an alert stood at an instant is asked of its history, but where nothing has happened to it since: then it stands so by itself. Of
-- hundred thousand open alerts of a state the history of nearly all was read for the few of one severity.
alter table oversight.alert
  -- When something last happened to it; its history holds nothing later. Null: only the history knows.
  add column changed_at timestamptz(3);
alter table oversight.alert disable trigger user;
update oversight.alert a set changed_at = greatest(a.opened_at, a.acted_at, a.resolved_at, h.last)
from (select alert_id, max(at) as last from oversight.alert_history group by 1) h where h.alert_id = a.id;
alter table oversight.alert enable trigger user;

-- How many are open is no longer counted by index (20261129170000), and the open ones of one kind are read in their order.
drop index oversight.alert_open_counted;
create index alert_open_of_kind on oversight.alert (state, kind, opened_at desc, id desc, severity) where resolved_at is null;
