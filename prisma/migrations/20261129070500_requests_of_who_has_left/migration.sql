-- An answer to a request for counsel is owed until the child leaves (A30): whoever asked is judged by that now, and not with the next fact.
select oversight.ask_again('CHILD', array(
  select distinct child_id::text from oversight.path_fact where entity = 'counsel_request'));
