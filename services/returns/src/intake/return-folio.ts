/** By which number an office of INM knows a return, and which return a row means by it. */
import { state } from '@vigia/kit/intake/cells/codes'
import { pastDay } from '@vigia/kit/intake/cells/days'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import type { Column } from '@vigia/kit/intake/feed'

export const RETURN_FOLIO: Column = {
  name: 'folio',
  titles: ['FOLIO DE RETORNO', 'Folio', 'Folio retorno', 'No. de retorno'],
  type: 'text',
  read: reference,
  required: true,
}

export const STATE_OF_RETURN: Column = {
  name: 'state',
  titles: ['ENTIDAD', 'Estado', 'Entidad federativa', 'Edo.', 'Estado / O.R.', 'O.R.'],
  type: 'char(2)',
  read: state,
}

/** SQL: the local year of a day. */
const yearOf = (day: string) => `extract(year from ${day})`

/** Which act a row tells of by its folio: its table, its local day as SQL on `x`, and the same of the row, as SQL on `s`. */
type Act = { table: string; day: string; said: string; isSameDay: string }

/**
 * SQL behind `childOfRow`: the act `alias` of a row, its id and child. The office of each state numbers for itself, and may begin anew each
 * year: of another state, or of another year, the same folio is another act, unless it is told of the same child, with the year put right,
 * or, on the same day, with the state.
 */
const actOfFolio = ({ table, day, said, isSameDay }: Act, alias: string): string => `
  left join lateral (
    select x.id, x.child_id from ${table} x
    where x.folio = s.folio and (x.state = s.state and (x.child_id = child.id or ${yearOf(day)} = ${yearOf(said)})
      or x.state <> s.state and x.child_id = child.id and ${isSameDay})
    order by x.state = s.state desc, x.child_id is not distinct from child.id desc, ${yearOf(day)} = ${yearOf(said)} desc, x.id limit 1) ${alias} on true`

const departed = (row: 's' | 'x') => `outbox.mx_date(${row}.departed_at)`

export const RETURN_OF_ROW = actOfFolio(
  {
    table: 'returns.executed_return',
    day: departed('x'),
    said: `coalesce(${departed('s')}, s.planned_on)`,
    isSameDay: `${departed('x')} = ${departed('s')}`,
  },
  'r',
)

export const PLAN_OF_ROW = actOfFolio(
  {
    table: 'returns.return_plan',
    day: 'x.planned_on',
    said: `coalesce(s.planned_on, ${departed('s')})`,
    isSameDay: 'true',
  },
  'pl',
)

/** SQL: why a row waits whose act is another child's: nobody but the sender knows which of both is meant. Else as `otherwise` has it. */
export const ofAnotherChild = (otherwise: string): string => `case when coalesce(p.return_id, p.plan_id) is not null
  then 'Ese folio es, en esa entidad y ese año, de otra niña, niño o adolescente (o los identificadores del renglón son de dos). Si es otro retorno, envíelo con su propio folio; si lo otro estaba mal, retire antes el lote que lo trajo.'
  else ${otherwise} end`

/** The folio is one of a year. */
export const DEPARTURE_OF_RETURN: Column = {
  name: 'departed_on',
  titles: ['FECHA DE SALIDA', 'Fecha y hora de salida', 'Salida', 'Fecha de retorno'],
  type: 'date',
  read: pastDay,
  isSeldom: true,
}

/** SQL: the returns of this folio, of the state that is told, if any, and of the year. */
export const returnsOf = (folio: string, state: string, day: string) =>
  `returns.executed_return x where x.folio = ${folio} and (${state} is null or x.state = ${state})
     and (${day} is null or ${yearOf('outbox.mx_date(x.departed_at)')} = ${yearOf(day)})`
