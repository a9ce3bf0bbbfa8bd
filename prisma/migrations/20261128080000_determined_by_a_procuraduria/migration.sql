-- What somebody other than a Procuraduría determined ends A15 no more (LGDNNA arts. 122, 123): its children are judged by that now, and
-- not with the next fact about each.
select oversight.ask_again('CHILD', array(
  select child_id::text from oversight.path_fact where entity = 'determination' and detail ->> 'authority' <> 'PPNNA'));
