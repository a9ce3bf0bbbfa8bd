-- Spanish of whatever country is Spanish, and a cell by which nobody knows the language tells of none (A29): of whom a language is told is judged
-- by that now, and not with the next fact about each.
select oversight.ask_again('CHILD', array(select child_id::text from oversight.child_ref where language is not null));
