-- Who is held now, in the order of the entries: the list of overstays reads this index alone, and never the stays of the past.
create index stay_ledger_open_overstays on placements.stay_ledger (entered_at, stay_id)
  where left_at is null and kind in ('PROHIBITED', 'REFERRAL', 'OTHER_AD_HOC');
