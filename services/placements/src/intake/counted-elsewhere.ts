/**
 * A place that a list tells to be in another state, or of another kind, than was known: taken in as it is told, since that is how a mistake is put
 * right. All who are and were there are counted elsewhere then, or as held no longer; its sender alone knows whether that was meant.
 */
import { inLines } from '@vigia/kit/intake/sql'
import { kindOf } from './name-sign.ts'

/** SQL for `findings` of lists of places: one notice, or none; `$1` is the batch. */
export const COUNTED_ELSEWHERE = `
  select format('Lugares que constaban en otra entidad o como de otro tipo, y que se cuentan de otra manera: %s (%s). Las estancias que hay y hubo ahí pasan a contarse en la entidad y con el tipo de este archivo. Si no es así, corríjalo y envíe el archivo otra vez.',
    count(*), ${inLines('f.line')}) as notice
  from placements.facility f cross join lateral (
    select jsonb_populate_record(null::placements.facility, v.former) as k from placements.former_version v
    where v.entity = 'facility' and v.entity_id = f.id and not v.is_late order by v.id desc limit 1) before
  where f.batch_id = $1 and f.line is not null and ((before.k).state <> f.state or placements.kind_of((before.k).type) <> ${kindOf('f')})
  having count(*) > 0`
