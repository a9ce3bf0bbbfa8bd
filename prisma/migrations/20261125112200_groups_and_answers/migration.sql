-- Alerts of one kind, one place (else one state) and one local day are one notice: read in this order, page by page, and no further.
create index alert_open_grouped on oversight.alert (((opened_at at time zone 'America/Mexico_City')::date) desc, state desc, kind desc,
  (coalesce(facility_id, '00000000-0000-0000-0000-000000000000')) desc) where resolved_at is null and closed_at is null;
create index alert_open_grouped_by_state on oversight.alert (state, ((opened_at at time zone 'America/Mexico_City')::date) desc, kind desc,
  (coalesce(facility_id, '00000000-0000-0000-0000-000000000000')) desc) where resolved_at is null and closed_at is null;

-- INM may know of no alert, since what ends one is told by protection (security.md 3.8). It answers by a number of its own: what it
-- wrote is kept with the number, and whether there is such a number, or an alert, nobody looks up before it is told that it was kept.
create table oversight.answer_by_number (
  id uuid not null,
  number text not null constraint answer_number_is_bounded check (length(number) between 1 and 60),
  words text not null constraint answer_words_are_bounded check (length(words) between 10 and 500),
  author text not null,
  author_role text not null,
  author_office text,
  states char(2)[] not null,
  at timestamptz(3) not null,
  constraint answer_by_number_pkey primary key (id)
);
create index answer_by_number_at_id_idx on oversight.answer_by_number (at desc, id desc);
create index answer_by_number_number_at_id_idx on oversight.answer_by_number (number, at desc, id desc);
revoke update, delete, truncate on oversight.answer_by_number from vigia_oversight;
grant select on oversight.answer_by_number to vigia_oversight_reader;
select sec.guard('oversight', 'answer_by_number', $condition$
  (select sec.sees_all())
  or (select sec.rule()) in ('STATES', 'CASES', 'STATE_ACTS') and states && (select sec.states())::char(2)[]
$condition$);
