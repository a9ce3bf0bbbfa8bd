/** SQL that feeds have in common: to join rows to children, to record facts, and to correct facts that are known. */
import { type CodeList, codesOf } from '@vigia/law/code-list'
import type { Unmatched } from './feed.ts'

/** The value of each column of a fact, as SQL on `s` (staged row), `p` (placed row) and `b` (batch). */
export type Values = Readonly<Record<string, string>>

/** Every joined row with its batch. */
export const ROWS = 'from placed p join staged s using (line), the_batch b'

/** Begins a statement that has nothing to do where every row of a chunk is a new fact. */
export const WHERE_SOME_ARE_KNOWN = '-- where some are known'

/** True where a row of the chunk speaks of a fact that is known. Looked at once: without one, nothing of a large table is read. */
const SOME_ARE_KNOWN = 'exists (select from placed where known)'

/** Columns of a fact that stand under the same names in the staged row. */
export function staged(...names: string[]): Values {
  return Object.fromEntries(names.map((name) => [name, `s.${name}`]))
}

/** SQL that inserts a fact for each row, by default for those whose fact is not known. */
export function record(table: string, values: Values, where = 'not p.known'): string {
  return `
    insert into ${table} (${Object.keys(values).join(', ')}, batch_id, line, recorded_at)
    select ${Object.values(values).join(', ')}, b.id, s.line, b.taken_at ${ROWS} where ${where}`
}

/**
 * SQL that changes known facts which a row contradicts (the trigger keeps the former version), and remembers those which a
 * row says again. `f` is the fact, `which` ties it to its row. A file that tells of an earlier day than the one a fact came
 * with is late, and corrects nothing.
 */
export function correct(table: string, which: string, values: Values, key = 'id'): readonly string[] {
  const names = Object.keys(values)
  const said = Object.values(values).join(', ')
  const known = names.map((name) => `f.${name}`).join(', ')
  const change = `${WHERE_SOME_ARE_KNOWN}
    with corrected as (
      update ${table} f set (${names.join(', ')}, batch_id, line, recorded_at) = (${said}, b.id, s.line, b.taken_at)
      ${ROWS} where ${SOME_ARE_KNOWN} and ${which} and (${known}) is distinct from (${said}) and ${isNotLate(table)}
      returning s.line
    )
    insert into touched select line from corrected`
  return [change, confirm(table, `${which} and (${known}) is not distinct from (${said})`, key)]
}

/** SQL that remembers that a file said a known fact again: it outlives the withdrawal of the batch that said it first. */
export function confirm(table: string, which: string, key = 'id', from = '', onlyIf = SOME_ARE_KNOWN): string {
  const [schema, name] = table.split('.')
  return `${WHERE_SOME_ARE_KNOWN}
    insert into ${schema}.confirmation (batch_id, entity, entity_id, of_batch)
    select distinct on (f.${key}) b.id, '${name}', f.${key}, f.batch_id ${ROWS}${from}, ${table} f
    where ${onlyIf} and ${which} and f.batch_id <> b.id
    on conflict do nothing`
}

export type Hanging = {
  table: string
  /** Its unique columns. */
  key: readonly string[]
  values: Values
  where: string
  /** What else the SQL reads, after a comma. */
  from?: string
}

/** SQL that records facts which hang on another, changes those that are known, and remembers those said again. */
export function recordOrCorrect({ table, key, values, where, from = '' }: Hanging): readonly string[] {
  const others = Object.keys(values).filter((name) => !key.includes(name))
  const excluded = [...others, 'batch_id', 'line', 'recorded_at'].map((name) => `${name} = excluded.${name}`)
  const unique = key.map((name) => values[name] ?? name).join(', ')
  const known = others.map((name) => `f.${name}`).join(', ')
  const write = `
    with written as (
      insert into ${table} as f (${Object.keys(values).join(', ')}, batch_id, line, recorded_at)
      select distinct on (${unique}) ${Object.values(values).join(', ')}, b.id, s.line, b.taken_at
      ${ROWS}${from} where ${where} order by ${unique}, s.line desc
      on conflict (${key.join(', ')}) do update set ${excluded.join(', ')}
      where (${known}) is distinct from (${others.map((name) => `excluded.${name}`).join(', ')})
        and ${isNotLate(table).replace('b.cutoff_on', '(select cutoff_on from the_batch)')}
      returning line
    )
    insert into touched select line from written`
  const isOne = key.map((name) => `f.${name} = ${values[name]}`).join(' and ')
  const said = others.map((name) => values[name]).join(', ')
  return [write, confirm(table, `${where} and ${isOne} and (${known}) is not distinct from (${said})`, 'id', from)]
}

function isNotLate(table: string): string {
  const [schema = ''] = table.split('.')
  return `not exists (select from ${schema}.batch x where x.id = f.batch_id and x.cutoff_on > b.cutoff_on)`
}

/**
 * SQL that follows `from staged s` and gives `child.id`: the child of the acta, else of the NUE, else of the CURP. Each is
 * one look in an index of `identifiers` (type, value, child_id), whatever the planner believes of a table made just now.
 */
export function childOfRow(identifiers: string, acta = ofType(identifiers, 'ACTA', 'acta')): string {
  const look = (type: string, column: string, unless: string) => `
    left join lateral (${ofType(identifiers, type, column)} and ${unless} limit 1) by_${column} on true`
  return `
    left join lateral (${acta} limit 1) by_acta on true
    ${look('NUE', 'nue', 'by_acta.child_id is null')}
    ${look('CURP', 'curp', 'by_acta.child_id is null and by_nue.child_id is null')}
    cross join lateral (select coalesce(by_acta.child_id, by_nue.child_id, by_curp.child_id) as id) child`
}

const ofType = (identifiers: string, type: string, column: string) =>
  `select child_id from ${identifiers} x where x.type = '${type}' and x.value = s.${column}`

/** A row whose child the registry does not know yet, or that names none. `placed` has a column child_id. */
export function childUnknown(identifiers: string, orKnows = 'false'): Unmatched {
  return {
    where: 'p.child_id is null',
    keys: `array_remove(array['ACTA:' || s.acta, 'NUE:' || s.nue, 'CURP:' || s.curp], null)`,
    reason: `case when coalesce(s.acta, s.nue, s.curp) is null then 'El renglón no trae ACTA, NUE ni CURP.'
      else 'Ninguno de sus identificadores es de una niña, niño o adolescente del registro.' end`,
    mayMatch: `(${orKnows} or exists (select from unnest(u.keys) k join ${identifiers} x
      on x.type = split_part(k, ':', 1) and x.value = split_part(k, ':', 2)))`,
  }
}

/** The staging column that holds the answer to a question. */
export const answerColumn = (code: string) => `answer_${code.toLowerCase()}`

/** SQL: the answers as JSON, by code. What was left blank is unknown, and never "no". */
export function answersOf(list: CodeList): string {
  const pairs = codesOf(list).map((code) => `'${code}', coalesce(s.${answerColumn(code)}, 'UNKNOWN')`)
  return `jsonb_build_object(${pairs.join(', ')})`
}
