-- From which rows figures are counted where no counter has the cell is read in nobody's name, and so says of whom no row is. These views held
-- each stay there ever was, and each file, with their instants; what is counted from them are stays that go on and notices without a file.
create or replace view placements.stay_counted as
  select state, kind, facility_id, entered_at, left_at, nationality, age_group, accompaniment from placements.stay_ledger
  where left_at is null;
create or replace view representation.case_counted as
  select state, notified_at, opened_at, nationality, age_group, accompaniment from representation.case_ledger
  where opened_at is null;
