/** Departures that nothing explains, and that may be so: before every find of the child, and a second one of the same day. */
import { inLines } from '@vigia/kit/intake/sql'
import { codesOf } from '@vigia/law/code-list'
import { isReturn, RETURN_TYPES } from '@vigia/law/return-types'

/** A year mistyped so makes a return that no find explains. Nobody but the sender knows which of the two days is wrong. */
export const BEFORE_ITS_FIND = `
  select format('Dudoso, y se recibe como viene: la salida es anterior a toda detección que se conoce: %s (%s). Si no es así, corríjalo y envíe el archivo otra vez.',
    count(*), ${inLines('r.line')}) as notice
  from returns.executed_return r
  cross join lateral (select min(d.detected_at) as at from returns.detection_ref d where d.child_id = r.child_id) found
  where r.batch_id = $1 and r.line is not null and outbox.mx_date(r.departed_at) < outbox.mx_date(found.at)
  having count(*) > 0`

const RETURNS = codesOf(RETURN_TYPES)
  .filter(isReturn)
  .map((type) => `'${type}'`)
  .join(', ')

/** A folio that was put right in a later file makes a second return of the first, and nobody else can tell. */
export const TWICE_ON_A_DAY = `
  select format('Dudoso, y se recibe como viene: quien dice el renglón ya había salido ese día con otro folio: %s (%s). Cada salida cuenta como un retorno; si es la misma, retire el lote que trae el folio equivocado.',
    count(*), ${inLines('r.line')}) as notice
  from returns.executed_return r
  where r.batch_id = $1 and r.line is not null and r.return_type in (${RETURNS}) and exists (
    select from returns.executed_return x
    where x.child_id = r.child_id and x.id <> r.id and x.return_type in (${RETURNS})
      and outbox.mx_date(x.departed_at) = outbox.mx_date(r.departed_at) and (x.batch_id <> r.batch_id or x.line < r.line))
  having count(*) > 0`
