/** Finds that were withdrawn and came again as of another: what others hold goes with them or stays behind, and their sender is told. */
import { inLines } from '@vigia/kit/intake/sql'

/** Of whom nobody knew. */
export const FOUND_TO_BE_ANOTHER = `
  select format('Se había recibido como otra niña, niño o adolescente, y por su NUE o su CURP es alguien que ya estaba: %s (%s). Sus estancias, expedientes y retornos pasan con quien queda, salvo una estancia que se encime con otra suya: de esa retire el lote y envíelo otra vez.',
    count(*), ${inLines('d.line')}) as notice
  from children.detection d
  where d.batch_id = $1 and d.child_before is not null
    and not exists (select from children.former_version v where v.entity = 'detection' and v.entity_id = d.id)
  having count(*) > 0`

/**
 * Of somebody who is still there, by another find. Facts keep the child, and not the number by which a row was joined to it: nobody can tell
 * which of them were of this find but whoever sent them.
 */
export const TAKEN_APART = `
  select format('Se había recibido como hallazgo de otra niña, niño o adolescente, que sigue en el registro por otro hallazgo: %s (%s). Las estancias, los expedientes y los retornos que se hayan unido por el acta de este siguen con ella: retire sus lotes y envíelos otra vez.',
    count(*), ${inLines('d.line')}) as notice
  from children.detection d cross join lateral (
    select (x.former ->> 'child_id')::uuid as id from children.former_version x
    where x.entity = 'detection' and x.former ->> 'acta' = d.acta
    order by x.id desc limit 1) before
  where d.batch_id = $1 and before.id <> d.child_id and exists (select from children.child c where c.id = before.id)
    and not exists (select from children.former_version v where v.entity = 'detection' and v.entity_id = d.id)
  having count(*) > 0`
