-- A22 runs until a claim is filed, and A09 is not raised by a file of COMAR that tells of no sign of a need: of whom one tells of less than a
-- claim is judged again now, and not with the next fact about it.
select oversight.ask_again('CHILD', array(
  select distinct f.child_id::text from oversight.path_fact f
  where f.entity = 'asylum_claim' and f.detail ->> 'status' in ('NO_INDICATION', 'INDICATION', 'NOT_INFORMED', 'INTENTION')));
