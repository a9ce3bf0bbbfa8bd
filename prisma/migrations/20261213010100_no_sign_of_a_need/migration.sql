-- A09 is not raised by a file of COMAR that tells of no sign of a need: whose alert rests on one is judged again now.
select oversight.ask_all_again();
