/** Finds that were withdrawn and came again as of another, of whom nobody knew: what others hold goes with them, and their sender is told. */
import { inLines } from '@vigia/kit/intake/sql'

export const FOUND_TO_BE_ANOTHER = `
  select format('Se había recibido como otra niña, niño o adolescente, y por su NUE o su CURP es alguien que ya estaba: %s (%s). Sus estancias, expedientes y retornos pasan con quien queda, salvo una estancia que se encime con otra suya: de esa retire el lote y envíelo otra vez.',
    count(*), ${inLines('d.line')}) as notice
  from children.detection d
  where d.batch_id = $1 and d.child_before is not null
    and not exists (select from children.former_version v where v.entity = 'detection' and v.entity_id = d.id)
  having count(*) > 0`
