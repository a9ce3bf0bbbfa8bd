/** SQL by which rows are joined to the children whom they name. */
import type { Unmatched } from './feed.ts'

/**
 * SQL that follows `from staged s` and gives `child.id`: the one child of whom the acta, the NUE and the CURP of the row
 * are; null where they are of nobody, and where they are of two (`child.low` and `child.high`): nobody is merged. Each is
 * one look in an index of `identifiers` (type, value, child_id), whatever the planner believes of a table made just now.
 */
export function childOfRow(identifiers: string, acta = ofType(identifiers, 'ACTA', 'acta')): string {
  const look = (sql: string, column: string) => `left join lateral (${sql} limit 1) by_${column} on true`
  return `
    ${look(acta, 'acta')}
    ${look(ofType(identifiers, 'NUE', 'nue'), 'nue')}
    ${look(ofType(identifiers, 'CURP', 'curp'), 'curp')}
    cross join lateral (select ${lowAndHigh('by_acta.child_id', 'by_nue.child_id', 'by_curp.child_id')}) named
    cross join lateral (select low, high, case when low = high then low end as id) child`
}

/** SQL behind `childOfRow`: the child of a row that also names a fact which is known; null where the two differ. */
export function childOfFact(...known: string[]): string {
  const ends = ['least', 'greatest'].map((end, at) => `${end}(${known.join(', ')}, child.${at === 0 ? 'low' : 'high'})`)
  return `case when ${ends.join(' = ')} then ${ends[0]} end`
}

const lowAndHigh = (...ids: string[]) => `least(${ids.join(', ')}) as low, greatest(${ids.join(', ')}) as high`

const ofType = (identifiers: string, type: string, column: string) =>
  `select child_id from ${identifiers} x where x.type = '${type}' and x.value = s.${column}`

/** Why a row whose acta, NUE, CURP or file are of two children is joined to neither. */
const OF_TWO = 'Sus identificadores son de dos niñas, niños o adolescentes distintos.'

/**
 * A row whose child the registry does not know yet, one that names none, and one that names two: none of them is joined.
 * `placed` has a column child_id. `identifiers` gives type, value and child_id, actas among them. A row of `fewest` 0 may bring a child.
 */
export function childUnknown(identifiers: string, fewest = 1): Unmatched {
  const anybody = [
    ['ACTA', 'acta'],
    ['NUE', 'nue'],
    ['CURP', 'curp'],
  ].map(([type = '', column = '']) => `(${ofType(identifiers, type, column)} limit 1)`)
  return {
    where: 'p.child_id is null',
    keys: `array_remove(array['ACTA:' || s.acta, 'NUE:' || s.nue, 'CURP:' || s.curp], null)`,
    reason: `case when coalesce(s.acta, s.nue, s.curp) is null then 'El renglón no trae ACTA, NUE ni CURP.'
      when coalesce(${anybody.join(', ')}) is not null then '${OF_TWO}'
      else 'Ninguno de sus identificadores es de una niña, niño o adolescente del registro.' end`,
    mayMatch: `(select count(distinct x.child_id) from unnest(u.keys) k join ${identifiers} x
      on x.type = split_part(k, ':', 1) and x.value = split_part(k, ':', 2)) between ${fewest} and 1`,
  }
}

/**
 * The same of rows that name, by a number of their own, a fact of one child: `fact` of `placed`, `number` in Spanish. Siblings often share
 * one; of those behind the first it is told what would have them taken in, since waiting does not.
 */
export function unlessOfAnother({ reason, ...unmatched }: Unmatched, fact: string, number: string): Unmatched {
  const ofAnother =
    `Ese ${number} ya es de otra niña, niño o adolescente (o los identificadores del renglón son de dos), y es de una sola persona: ` +
    'dé a cada quien el suyo y envíe el renglón otra vez; si lo otro estaba mal, retire antes el lote que lo trajo.'
  return { ...unmatched, reason: `case when p.${fact} is not null then '${ofAnother}' else ${reason} end` }
}
