/** By which number an office of INM knows a return, and which return a row means by it. */
import { state } from '@vigia/kit/intake/cells/codes'
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

/**
 * SQL behind `childOfRow`: the act `alias` of a row, its id and child. The office of each state numbers for itself: of another state the
 * same folio is another act, unless it is told of the same child on the same day, with the state put right.
 */
export const actOfFolio = (table: string, alias: string, isSameDay: string): string => `
  left join lateral (
    select x.id, x.child_id from ${table} x
    where x.folio = s.folio and (x.state = s.state or x.child_id = child.id and ${isSameDay})
    order by x.state = s.state desc, x.child_id is not distinct from child.id desc, x.id limit 1) ${alias} on true`
