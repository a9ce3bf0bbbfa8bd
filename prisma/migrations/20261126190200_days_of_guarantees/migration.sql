-- On which day each guarantee of a determination was heeded (domain.md 3.10): code to day, of those that were. What no file tells is unknown.
-- Nobody is heard, and nothing is assessed or reasoned, after the decision; the notice of it may come later, and so may what is said of
-- how to challenge it.
create function outbox.days_only(days jsonb, questions text[]) returns boolean language sql immutable parallel safe as $$
  select not exists (
    select from jsonb_each_text(days) d where d.key <> all (questions) or d.value !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
$$;

create function outbox.days_of_yes(days jsonb, answers jsonb) returns boolean language sql immutable parallel safe as $$
  select not exists (select from jsonb_object_keys(days) d(key) where answers ->> d.key is distinct from 'YES')
$$;

create function outbox.days_until(days jsonb, last date) returns boolean language sql immutable parallel safe as $$
  select not exists (select from jsonb_each_text(days) d where d.value::date > last)
$$;

alter table representation.determination
  add column guaranteed_on jsonb not null default '{}',
  add constraint determination_guaranteed_on_is_known check (
    outbox.days_only(guaranteed_on, array['CHILD_HEARD', 'INTERPRETER', 'REPRESENTATIVE_PRESENT', 'LAWYER_PRESENT', 'MULTIDISCIPLINARY_TEAM',
      'ORIGIN_ASSESSED', 'FAMILY_ASSESSED', 'REASONED', 'NOTIFIED', 'REMEDY_EXPLAINED'])),
  add constraint guaranteed_on_a_day_when_heeded check (outbox.days_of_yes(guaranteed_on, guarantees)),
  add constraint guaranteed_until_decided check (
    outbox.days_until(guaranteed_on - array['NOTIFIED', 'REMEDY_EXPLAINED'], outbox.mx_date(decided_at)));
