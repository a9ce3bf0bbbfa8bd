-- Of a place that only rows of stays have named nobody has said that it is not registered.
update placements.facility f set registry_status = 'UNKNOWN'
from placements.batch b where b.id = f.batch_id and b.feed = 'stays' and f.registry_status = 'UNREGISTERED';
