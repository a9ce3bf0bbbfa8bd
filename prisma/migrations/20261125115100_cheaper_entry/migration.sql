-- Adding an entry: one statement where there were three, and one list of acts where each migration had put its own around the last.
alter table audit.entry drop constraint entry_act_check;
alter table audit.entry add constraint entry_act_check check (act in ('READ', 'WRITE', 'WITHDRAW', 'REFUSED', 'EXPORT', 'OPEN',
  'EMERGENCY', 'SIGN', 'FLAG', 'SIGN_IN', 'SIGN_OUT', 'KEY'));

-- Whoever reads in bulk is looked for among the entries of the hour, which lie together; and seldom.
drop index audit.entry_subject_at_idx;
create index entry_at_idx on audit.entry using brin (at) with (pages_per_range = 16, autosummarize = on);

-- A service speaks for itself alone, with either of its logins: most entries are, and only others are asked who they are.
create or replace function audit.record(of_service text, act text, request_id text, subject text, role text, office text, states text[],
  asked text[], types text[], scopes text[], reason text, records int, children bytea, missed bytea, batch_id uuid)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if session_user not in ('vigia_' || of_service, 'vigia_' || of_service || '_reader') then
    perform audit.speaking_for(of_service);
  end if;
  with added as (
    insert into audit.entry (service, act, request_id, subject, role, office, states, asked, types, scopes, reason, records, children,
      missed, batch_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id
  )
  insert into audit.unlinked (service, entry_id) select of_service, id from added;
end $$;
