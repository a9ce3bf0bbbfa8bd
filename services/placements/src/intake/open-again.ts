/** What the sender of a list is told of places that were closed and are open again by it (`placements.standing_of`). */
import { inLines } from '@vigia/kit/intake/sql'

/** SQL for `findings`: one notice, or none; `$1` is the batch. A year mistyped opens a place that is closed, and its sender can tell. */
export const OPEN_AGAIN = `
  select format('Lugares que constaban cerrados, y según este archivo están abiertos otra vez: %s (%s). Si no es así, corríjalo y envíe el archivo otra vez.',
    count(*), ${inLines('f.line')}) as notice
  from placements.facility f cross join lateral (
    select v.former from placements.former_version v
    where v.entity = 'facility' and v.entity_id = f.id and not v.is_late order by v.id desc limit 1) before
  where f.batch_id = $1 and f.line is not null and f.lifecycle <> 'CLOSED' and f.closed_on is null
    and (before.former ->> 'lifecycle' = 'CLOSED' or before.former ->> 'closed_on' is not null)
  having count(*) > 0`
