/** Nobody is found before birth: what a row says of a detection is held against the birth date that is known of the child. */
import { batchOnce, isNotLate, isPlaced } from '@vigia/kit/intake/sql'
import { whereSomeAreKnown } from '@vigia/kit/intake/step'

/**
 * A detection that would be the child's first, before its birth. Only where the same file corrects the birth date with the first
 * detection do both move together; a file that is late corrects nothing.
 */
export const FOUND_BEFORE_BIRTH = whereSomeAreKnown(
  batchOnce(`
  with told as materialized (
    select s.line, s.acta, s.detected_at, s.born_on, p.child_id, p.known from placed p join staged s using (line)
    where not p.is_new_child and not exists (
      select from children.detection f where f.id = p.detection_id and ${isPlaced('f.id', 'detection_id')}
        and not ${isNotLate('children.detection')})
  ), earliest as (
    select distinct on (child_id) child_id, known and born_on is not null as tells_birth from told order by child_id, detected_at, acta
  )
  insert into refusal
  select t.line, 'FECHA Y HORA', to_char(t.detected_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'La detección es anterior a la fecha de nacimiento que se conoce.'
  from told t join earliest e using (child_id) join children.child f on f.id = t.child_id, the_batch b
  where ${isPlaced('f.id', 'child_id', 'not is_new_child')}
    and outbox.mx_date(t.detected_at) < f.born_on and not (e.tells_birth and ${isNotLate('children.child')})`),
)
