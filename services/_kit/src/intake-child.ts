/** How a row about a child is joined to that child: by the identifiers it names and by nothing else. */
import { acta, curp, nue } from './cell-identifiers.ts'
import type { Column, Unmatched } from './intake-feed.ts'

/** The columns by which a row names its child; one of them is enough. */
export const CHILD_COLUMNS: readonly Column[] = [
  { name: 'acta', titles: ['ACTA', 'No. de acta', 'Número de acta', 'Folio de acta'], type: 'text', read: acta },
  { name: 'nue', titles: ['NUE', 'Número único de extranjero', 'N.U.E.'], type: 'text', read: nue },
  { name: 'curp', titles: ['CURP', 'Clave única de registro de población'], type: 'text', read: curp },
]

/**
 * SQL that follows `from staged s` and gives `child.id`: the child of the acta, else of the NUE, else of the CURP. Each is
 * one look in an index of `identifiers` (type, value, child_id), whatever the planner believes of a table made just now.
 */
export function childOfRow(identifiers: string): string {
  const look = (type: string, column: string, unless: string) => `
    left join lateral (select child_id from ${identifiers} x
      where ${unless} x.type = '${type}' and x.value = s.${column} limit 1) by_${column} on true`
  return `${look('ACTA', 'acta', '')}
    ${look('NUE', 'nue', 'by_acta.child_id is null and')}
    ${look('CURP', 'curp', 'by_acta.child_id is null and by_nue.child_id is null and')}
    cross join lateral (select coalesce(by_acta.child_id, by_nue.child_id, by_curp.child_id) as id) child`
}

/** A row whose child the registry does not know yet, or that names none. `placed` has a column child_id. */
export const CHILD_UNKNOWN: Unmatched = {
  where: 'p.child_id is null',
  keys: `array_remove(array['ACTA:' || s.acta, 'NUE:' || s.nue, 'CURP:' || s.curp], null)`,
  reason: `case when coalesce(s.acta, s.nue, s.curp) is null then 'El renglón no trae ACTA, NUE ni CURP.'
    else 'Ninguno de sus identificadores es de una niña, niño o adolescente del registro.' end`,
}
