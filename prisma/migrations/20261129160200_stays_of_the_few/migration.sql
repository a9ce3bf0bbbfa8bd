-- Who is in a place of a state, or was until lately, was read from all stays that the state ever had (350,000 in Chiapas), for each page that a
-- DIF or the commission of the state asks of the placements. It is the few of its last index entries (as 20261129131000 has it for alerts).
create index stay_ledger_state_left_at_idx on placements.stay_ledger (state, left_at);
