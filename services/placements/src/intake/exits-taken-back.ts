/** A row of a stay without its exit says that the child is still there: it takes back an exit that was told, and its sender is told that it did. */
import { inLines } from '@vigia/kit/intake/sql'

/** SQL for `findings`: one notice, or none; `$1` is the batch. */
export const EXITS_TAKEN_BACK = `
  select format('Dudoso, y se recibe como viene: estancias que ya tenían egreso, y sin él siguen abiertas: %s (%s). Si terminaron, envíe el egreso otra vez.',
    count(*), ${inLines('t.line')}) as notice
  from placements.stay t cross join lateral (
    select v.former from placements.former_version v
    where v.entity = 'stay' and v.entity_id = t.id and not v.is_late order by v.id desc limit 1) before
  where t.batch_id = $1 and t.line is not null and t.left_at is null and before.former ->> 'left_at' is not null
  having count(*) > 0`
