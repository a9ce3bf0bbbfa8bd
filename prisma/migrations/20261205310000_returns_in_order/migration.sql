-- Returns are listed by their departure, of the country and of one state.
create index return_standing_departed_at_return_id_idx on returns.return_standing (departed_at desc, return_id desc);
create index return_standing_state_departed_at_return_id_idx on returns.return_standing (state, departed_at desc, return_id desc);
