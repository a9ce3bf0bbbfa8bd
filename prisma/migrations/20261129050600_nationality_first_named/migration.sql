-- A child is of the nationality that the first detection of it names. Where files had told of its detections in another order, or the first
-- of them named none, it was of another one and counted so. What is taken in from now on is right; this mends what stands.
update children.child c set nationality = f.nationality, recorded_at = now()
from (
  select distinct on (child_id) child_id, nationality from children.detection
  where nationality <> 'ZZZ' order by child_id, detected_at, acta
) f
where f.child_id = c.id and f.nationality <> c.nationality;
