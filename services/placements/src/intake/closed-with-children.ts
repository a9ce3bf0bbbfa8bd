/**
 * A place that is told to be closed, in which children are held by all that is known: taken in as it is told, since both may be true, and
 * its sender is told so. Whoever sends the list of places is seldom who sends the exits, and a child in a closed place is looked for nowhere.
 */
import { inLines } from '@vigia/kit/intake/sql'

/** SQL on `f`: by its word, or by a day of closing that has come. */
const IS_CLOSED = "(f.lifecycle = 'CLOSED' or f.closed_on <= outbox.mx_date(now()))"

/** The places that a list told of, whether or not it was news. */
const OF_THE_LIST = `
  select f.id, f.line from placements.facility f where f.batch_id = $1 and f.line is not null
  union select c.entity_id, c.line from placements.confirmation c where c.batch_id = $1 and c.entity = 'facility'`

/** SQL for `findings` of lists of places: one notice, or none; `$1` is the batch. How many children there are is said to nobody. */
export const CLOSED_WITH_CHILDREN = `
  select format('Lugares que según este archivo están cerrados, y en los que constan niñas, niños o adolescentes sin egreso: %s (%s). Ahí se siguen contando hasta que conste su egreso: envíe los egresos que falten, o corrija el cierre.',
    count(distinct f.id), ${inLines('told.line')}) as notice
  from (${OF_THE_LIST}) told join placements.facility f using (id)
  where ${IS_CLOSED} and exists (select from placements.stay t where t.facility_id = f.id and t.left_at is null)
  having count(*) > 0`

/** The same of files of stays: children who are told to be in a place that is known to be closed. */
export const IN_CLOSED_PLACES = `
  select format('Estancias sin egreso en lugares que constan cerrados: %s (%s). Así se registran; revise el egreso, el lugar o su cierre.',
    count(*), ${inLines('t.line')}) as notice
  from placements.stay t join placements.facility f on f.id = t.facility_id
  where t.batch_id = $1 and t.line is not null and t.left_at is null and ${IS_CLOSED}
  having count(*) > 0`
