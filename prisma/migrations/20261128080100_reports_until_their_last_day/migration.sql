-- A37 took the term of a report to be over when its last day began: it runs from the day after the one on which the report was asked
-- for (Ley de la CNDH art. 34), as the record of the complaint says. Children with a complaint are judged by that now.
select oversight.ask_again('CHILD', array(select child_id::text from oversight.path_fact where entity = 'complaint'));
