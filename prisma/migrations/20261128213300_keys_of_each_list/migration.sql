-- Each list of places may number for itself: where the key was one in the nation, the first place of the second list took over that of
-- the first one, or its list was refused as being of another state. Which place is meant, the intake tells apart
-- (services/placements, intake/place-columns.ts).
create index facility_key_idx on placements.facility (key);
drop index placements.facility_key_key;
