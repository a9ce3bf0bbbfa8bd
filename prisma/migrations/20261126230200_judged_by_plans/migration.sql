-- Rules read more of a child than they did: the plan of restitution, planned returns, each of its detections. Everybody is judged anew.
select oversight.ask_again('CHILD', array(select child_id::text from oversight.child_ref));
