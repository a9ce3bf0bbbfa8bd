/**
 * A number by which a row is joined to a child of whom an earlier file told another sex or another year of birth. Within one file it is told
 * beside the rows (odd-detections.ts); either way nobody but the sender can tell whose the number is.
 */
import { inLines } from '@vigia/kit/intake/sql'

/** A year apart one of the two is an estimate. */
const IS_OTHER = `(f.sex <> e.sex and 'UNSPECIFIED' not in (f.sex, e.sex)
      or abs(extract(year from f.born_on) - extract(year from e.born_on)) > 1)`

/** Rows of one child that are told apart. With a limit each child is looked up by itself: joined to all finds it would take as long as there are many. */
export const MOST_OF_ONE = 1_000

/** Children of whom the batch told a number that was known; `$1` is the batch. */
export const CHILDREN_TOLD_AGAIN = `
      select (select i.child_id from children.identifier i where i.id = c.entity_id and i.type in ('NUE', 'CURP')) as child_id
      from children.confirmation c where c.batch_id = $1 and c.entity = 'identifier'`

/** A row that says no more than others did asks nothing. */
export const KNOWN_OTHERWISE = `
  select format('El NUE o la CURP ya era de alguien con otro sexo o con otro año de nacimiento en un archivo anterior: %s (%s). Por ese número se unen como una sola persona; si son dos, retire el lote y envíe el archivo corregido.',
    count(*), ${inLines('line')}) as notice
  from (
    select distinct other.line
    from (${CHILDREN_TOLD_AGAIN}) known
    cross join lateral (
      select f.line from children.detection f cross join children.detection e
      where f.child_id = known.child_id and f.batch_id = $1 and e.child_id = known.child_id and e.batch_id <> $1 and ${IS_OTHER}
      limit ${MOST_OF_ONE}
    ) other
  ) told
  having count(*) > 0`
