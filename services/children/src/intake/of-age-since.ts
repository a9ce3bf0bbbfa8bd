/**
 * A find that was told without an age, of a day on which its child was of age by a birth date that is told only now. It was taken in, since in
 * doubt somebody is presumed a child (Ley de Migración art. 3 XVI); the other way round it would have been refused (birth-check.ts).
 */
import { inLines } from '@vigia/kit/intake/sql'
import { ofAgeOn } from './birth-check.ts'
import { CHILDREN_TOLD_AGAIN, MOST_OF_ONE } from './known-otherwise.ts'

/** Not taken out: which of the two is wrong, a birth date or a number, nobody but the senders can tell. */
export const OF_AGE_SINCE = `
  select format('Por la fecha de nacimiento que traen, otra detección de la misma persona, que se envió sin edad ni fecha de nacimiento, es de cuando ya tenía 18 años cumplidos: %s (%s). Sigue contando como de una niña, niño o adolescente mientras no se retire el lote con que llegó; si la fecha de nacimiento está mal, retire este lote y envíe el archivo corregido.',
    count(*), ${inLines('line')}) as notice
  from (
    select distinct since.line
    from (${CHILDREN_TOLD_AGAIN}) known
    cross join lateral (
      select f.line from children.child c
      join children.detection f on f.child_id = c.id and f.batch_id = $1 and f.born_on = c.born_on
      cross join children.detection e
      where c.id = known.child_id and e.child_id = known.child_id and e.born_on is null and e.age is null
        and outbox.mx_date(e.detected_at) >= ${ofAgeOn('c.born_on', 'c.is_birth_estimated')}
      limit ${MOST_OF_ONE}
    ) since
  ) told
  having count(*) > 0`
