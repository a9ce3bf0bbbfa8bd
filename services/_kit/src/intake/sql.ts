/** SQL that feeds have in common: to record facts, and to correct facts that are known. */

import { fillLate } from './known/fill-late.ts'
import { keepLate } from './known/late.ts'
import { type Blanks, rememberBlanks } from './known/left-blank.ts'
import { type Step, whereSomeAreKnown, whereSomeMayBeLate } from './step.ts'

/** The value of each column of a fact, as SQL on `s` (staged row), `p` (placed row) and `b` (batch). */
export type Values = Readonly<Record<string, string>>

/** Every joined row with its batch. */
export const ROWS = 'from placed p join staged s using (line), the_batch b'

/** True where a row of the chunk speaks of a fact that is known. Looked at once: without one, nothing of a large table is read. */
export const SOME_ARE_KNOWN = 'exists (select from placed where known)'

/**
 * SQL: true of the facts that rows of the chunk were placed with. One look in an index for each, whatever the planner believes of a
 * table made just now: without it, every chunk of a file reads all that was ever recorded. `column` is that of the fact, `placed`
 * that of its row, of the rows `among` those that were placed.
 */
export const isPlaced = (column: string, placed: string, among = 'known'): string =>
  `${column} = any (array(select ${placed} from placed where ${among}))`

/** Whatever is sealed twice differs: its mark is compared. */
export const isCompared = (column: string) => column !== 'sealed'

const LINES_NAMED = 20

/** SQL, over rows that are counted: in which lines of the file they stand, as their sender is told. `line` may come more than once. */
export const inLines = (
  line: string,
): string => `(case count(distinct ${line}) when 1 then 'renglón ' else 'renglones ' end
  || array_to_string((array_agg(distinct ${line} order by ${line}))[1:${LINES_NAMED}], ', ')
  || case when count(distinct ${line}) > ${LINES_NAMED} then '…' else '' end)`

/** Columns of a fact that stand under the same names in the staged row. */
export function staged(...names: string[]): Values {
  return Object.fromEntries(names.map((name) => [name, `s.${name}`]))
}

/** What is said of the batch, read once a statement: a join would look at it again for every row. */
export function batchOnce(sql: string): string {
  return sql.replace(', the_batch b', '').replace(/\bb\.(\w+)/g, '(select $1 from the_batch)')
}

/** SQL that inserts a fact for each row, by default for those whose fact is not known. */
export function record(table: string, values: Values, where = 'not p.known'): string {
  return batchOnce(`
    insert into ${table} (${Object.keys(values).join(', ')}, batch_id, line, recorded_at)
    select ${Object.values(values).join(', ')}, b.id, s.line, b.taken_at ${ROWS} where ${where}`)
}

/** How a known fact `f` is found by the placed row `p` of which it is. */
export type FoundBy = {
  /** The column of `placed` that names it. */
  placed: string
  /** Its own column, by default its id. */
  column?: string
  where?: string
  /** The same of a row that is late, where another than of one that is not. */
  whereLate?: string
  /** Cells that are kept where they are blank, beside those whose column is the row's own. */
  blanks?: Blanks
  /** See `Judged`. */
  toldBy?: string
}

/** What is left blank is not taken back: a column of the row under its own name stays what it was. What is to go with a blank is written otherwise. */
const orAsBefore = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, sql]) => [name, sql === `s.${name}` ? `coalesce(${sql}, f.${name})` : sql]),
  )

/**
 * SQL that changes known facts which a row contradicts (the trigger keeps the former version), and remembers those which a
 * row says again. A file that tells of an earlier day than the one a fact came with is late, and corrects nothing: what it tells
 * is kept. `first` are the values of a fact that nobody has told before, where they are others.
 */
export function correct(table: string, found: FoundBy, told: Values, first: Values = {}): readonly Step[] {
  const { placed, column = 'id', where, whereLate = where, blanks = {}, toldBy } = found
  const values = orAsBefore(told)
  const isFound = (also?: string) =>
    [`f.${column} = p.${placed}`, isPlaced(`f.${column}`, placed), ...(also ? [also] : [])].join(' and ')
  const which = isFound(where)
  const names = Object.keys(values)
  const compared = names.filter(isCompared)
  const said = compared.map((name) => values[name]).join(', ')
  const known = compared.map((name) => `f.${name}`).join(', ')
  const all = Object.values(values).join(', ')
  const change = `
    with corrected as (
      update ${table} f set (${names.join(', ')}, batch_id, line, recorded_at) = (${all}, b.id, s.line, b.taken_at)
      ${ROWS} where ${SOME_ARE_KNOWN} and ${which} and (${known}) is distinct from (${said}) and ${isNotLate(table, { key: column, toldBy })}
      returning s.line
    )
    insert into touched select line from corrected`
  const again = `${which} and (${known}) is not distinct from (${said})`
  const isOtherwise = `(${known}) is distinct from (${said})`
  const telling = { which: isFound(whereLate), isOtherwise, values, first, key: column, toldBy }
  const asked = { table, key: column, rows: ROWS, where: `${SOME_ARE_KNOWN} and ${which}` }
  const plain = names.filter((name) => told[name] === `s.${name}`)
  const remembered = { ...plainBlanks(plain), ...blanks }
  const isLate = `not ${isNotLate(table, { key: column, toldBy })}`
  return [
    ...fillLate({ ...asked, where: `${SOME_ARE_KNOWN} and ${telling.which}` }, { isLate, blanks: remembered, values }),
    rememberBlanks(asked, remembered),
    whereSomeAreKnown(batchOnce(change)),
    confirm(table, again, column),
    late(table, telling),
  ]
}

const plainBlanks = (names: readonly string[]): Blanks =>
  Object.fromEntries(names.map((name) => [name, { told: `s.${name}`, kept: `f.${name}` }]))

type Late = {
  which: string
  isOtherwise: string
  values: Values
  first?: Values
  key?: string
  from?: string
  onlyIf?: string | undefined
  toldBy?: string | undefined
}

/** SQL that keeps what rows say of facts of which a file has told of a later day. */
export function late(
  table: string,
  { which, from = '', key = 'id', first = {}, onlyIf = SOME_ARE_KNOWN, toldBy, ...said }: Late,
): Step {
  const where = `${onlyIf} and ${which} and not ${isNotLate(table, { key, toldBy })}`
  const compared = Object.keys(said.values).filter(isCompared)
  return whereSomeMayBeLate(batchOnce(keepLate({ table, key, first, ...said, rows: ROWS + from, where, compared })))
}

/** SQL that remembers that a file said a known fact again: it outlives the withdrawal of the batch that said it first. */
export function confirm(table: string, which: string, key = 'id', from = '', onlyIf = SOME_ARE_KNOWN): Step {
  const [schema, name] = table.split('.')
  return whereSomeAreKnown(
    batchOnce(`
    insert into ${schema}.confirmation (batch_id, entity, entity_id, of_batch, line)
    select distinct on (f.${key}) b.id, '${name}', f.${key}, f.batch_id, s.line ${ROWS}${from}, ${table} f
    where ${onlyIf} and ${which} and f.batch_id <> b.id
    on conflict do nothing`),
  )
}

type Judged = {
  batch?: string
  /** The column of the fact by which it is known, by default its id. */
  key?: string
  /** The feed whose files tell of the fact, where those of another only mention it: what they mention of it makes no file late. */
  toldBy?: string | undefined
}

/**
 * SQL on `f`, a fact of the table, and `b`, the batch: false where a file that tells of a later day, or came later of the same day, told the
 * fact, or said it again: a row that has waited for its child may be older than what is known by now.
 */
export function isNotLate(
  table: string,
  { batch = '(b.cutoff_on, b.taken_at)', key = 'id', toldBy }: Judged = {},
): string {
  const [schema = '', name] = table.split('.')
  const isLater = `(x.cutoff_on, x.taken_at) > ${batch}`
  const again = `select c.batch_id from ${schema}.confirmation c where c.entity = '${name}' and c.entity_id = f.${key}`
  const told = (ids: string) =>
    `not exists (select from (${ids}) told (id) join ${schema}.batch x using (id) where ${isLater}`
  if (toldBy === undefined) return `${told(`select f.batch_id union all ${again} and c.of_batch = f.batch_id`)})`
  const before = `select (v.former ->> 'batch_id')::uuid from ${schema}.former_version v
    where v.entity = '${name}' and v.entity_id = f.${key} and not v.is_late`
  return `${told(`select f.batch_id union all ${again} union all ${before}`)} and x.feed = '${toldBy}' and x.withdrawn_at is null)`
}
