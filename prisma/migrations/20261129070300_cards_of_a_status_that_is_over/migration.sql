-- A card is owed while its status holds (A11): whose status has expired, or who was granted another, is judged by that now, and not with the next
-- fact about each.
select oversight.ask_again('CHILD', array(
  select distinct child_id::text from oversight.path_fact where entity = 'migration_document'));
