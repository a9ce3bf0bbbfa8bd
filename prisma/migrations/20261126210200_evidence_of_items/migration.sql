-- On what each answer of a checklist rests (domain.md 3.13): item to words, of those of which the source says it; beside what it says of
-- the whole. What no file tells is unknown.
create function outbox.words_only(told jsonb, questions text[]) returns boolean language sql immutable parallel safe as $$
  select not exists (
    select from jsonb_each(told) t where t.key <> all (questions) or jsonb_typeof(t.value) <> 'string' or length(t.value #>> '{}') > 500)
$$;

alter table returns.return_checklist
  add column shown_by_item jsonb not null default '{}',
  add constraint return_checklist_shown_by_item_is_known check (
    outbox.words_only(shown_by_item, array['DETERMINATION', 'PLAN', 'CHILD_HEARD', 'CHILD_INFORMED', 'FAMILY_CONTACTED', 'FAMILY_ASSESSED',
      'CONSULATE_NOTIFIED', 'RECEIVING_AUTHORITY_CONFIRMED', 'PPNNA_INFORMED', 'SPECIALISED_ESCORT', 'NATIONAL_GUARD_PRESENT',
      'FIREARMS_VISIBLE', 'BELONGINGS_RETURNED', 'DOCUMENTS_HANDED_OVER', 'FIT_TO_TRAVEL', 'WITH_FAMILY', 'INDEPENDENT_MONITOR',
      'ARRIVAL_CONFIRMED', 'REINTEGRATION_PLAN', 'FOLLOW_UP_30_DAYS', 'FOLLOW_UP_90_DAYS', 'FOLLOW_UP_180_DAYS', 'RE_ENTERED']));
