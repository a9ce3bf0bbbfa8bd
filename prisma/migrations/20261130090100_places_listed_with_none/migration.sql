-- A place that is listed with no places at all is crowded by the first child: such places are judged anew.
select oversight.ask_again('FACILITY', array(select facility_id::text from oversight.facility_ref where capacity = 0));
