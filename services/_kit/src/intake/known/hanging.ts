/** SQL to record and to correct facts that hang on another: a measure of its stay, the evidence of a find, a plan of its case. */

import { confirm, isCompared, isNotLate, isPlaced, late, ROWS, SOME_ARE_KNOWN, type Values } from '../sql.ts'
import { type Step, whereFilled } from '../step.ts'
import { fillLate } from './fill-late.ts'
import { type Blanks, rememberBlanks } from './left-blank.ts'

type Hanging = {
  table: string
  /** Its unique columns. */
  key: readonly string[]
  values: Values
  where: string
  /** What else the SQL reads, after a comma. */
  from?: string
  /** The column without which a row brings no such fact: where no row fills it, nothing is asked. */
  filled?: string
  /** SQL: whether a row of the chunk may tell of one that is known; by default where the row itself says something known. */
  mayBeKnown?: string
  /** Cells that are kept where they are blank, of which the values say something all the same. */
  blanks?: Blanks
  /** Columns that are of a numbered thing, by the column of that number: kept as long as the number is the same. */
  keptWith?: Readonly<Record<string, string>>
  /** Columns that say more of what another names: kept as long as that is not told to be another. */
  keptWhile?: Readonly<Record<string, string>>
}

/** SQL that records facts which hang on another, changes those that are known, and remembers those said again. A blank takes nothing back. */
export function recordOrCorrect(hanging: Hanging): readonly Step[] {
  const { table, key, values, where, from = '', filled, mayBeKnown } = hanging
  const others = Object.keys(values).filter((name) => !key.includes(name))
  const excluded = (name: string) => `excluded.${name}`
  const set = [...others, 'batch_id', 'line', 'recorded_at'].map(
    (name) => `${name} = ${orKept(hanging, name, excluded)}`,
  )
  const unique = key.map((name) => values[name] ?? name).join(', ')
  const compared = others.filter(isCompared)
  const known = compared.map((name) => `f.${name}`).join(', ')
  const write = `
    with written as (
      insert into ${table} as f (${Object.keys(values).join(', ')}, batch_id, line, recorded_at)
      select distinct on (${unique}) ${Object.values(values).join(', ')}, b.id, s.line, b.taken_at
      ${ROWS}${from} where ${where} order by ${unique}, s.line desc
      on conflict (${key.join(', ')}) do update set ${set.join(', ')}
      where (${known}) is distinct from (${compared.map((name) => orKept(hanging, name, excluded)).join(', ')})
        and ${isNotLate(table, { batch: '(select cutoff_on, taken_at from the_batch)' })}
      returning line
    )
    insert into touched select line from written`
  const ofPlaced =
    values['child_id'] === 'p.child_id' ? [isPlaced('f.child_id', 'child_id', 'child_id is not null')] : []
  const isOne = [...key.map((name) => `f.${name} = ${values[name]}`), ...ofPlaced].join(' and ')
  const say = (name: string) => orKept(hanging, name, (column) => String(values[column]))
  const said = compared.map(say).join(', ')
  const which = `${where} and ${isOne}`
  const telling = Object.fromEntries(Object.keys(values).map((name) => [name, say(name)]))
  const blanks = others.map((name) => [name, { told: String(values[name]), kept: say(name) }])
  const asked = { table, rows: ROWS + from, where: `${mayBeKnown ?? SOME_ARE_KNOWN} and ${which}` }
  const alone = others.map((name) => [
    name,
    { told: String(values[name]), kept: `f.${name}`, ...sameIn(hanging, name) },
  ])
  const steps = [
    ...fillLate(asked, {
      ...{ isLate: `not ${isNotLate(table)}`, values },
      blanks: { ...Object.fromEntries(alone), ...hanging.blanks },
    }),
    rememberBlanks(asked, { ...Object.fromEntries(blanks), ...hanging.blanks }),
    write,
    confirm(table, `${which} and (${known}) is not distinct from (${said})`, 'id', from, mayBeKnown),
    late(table, {
      which,
      isOtherwise: `(${known}) is distinct from (${said})`,
      values: telling,
      from,
      onlyIf: mayBeKnown,
    }),
  ]
  return filled === undefined ? steps : steps.map((step) => whereFilled(filled, step))
}

/** That a row does not tell what the column says more of to be another. */
function sameIn({ keptWith = {}, keptWhile = {}, values }: Hanging, name: string): { sameAs?: string } {
  const other = keptWith[name] ?? keptWhile[name]
  return other === undefined ? {} : { sameAs: `(${values[other]} <> f.${other}) is not true` }
}

/** What a column of the fact `f` comes to: what is said of it, or what it was where nothing is said. */
function orKept({ keptWith = {}, keptWhile = {} }: Hanging, name: string, say: (column: string) => string): string {
  const said = say(name)
  const kept = `coalesce(${said}, f.${name})`
  const number = keptWith[name]
  if (number !== undefined) return `case when ${say(number)} <> f.${number} then ${said} else ${kept} end`
  const named = keptWhile[name]
  if (named === undefined) return kept
  return `case when coalesce(${say(named)}, f.${named}) is not distinct from f.${named} then ${kept} else ${said} end`
}
