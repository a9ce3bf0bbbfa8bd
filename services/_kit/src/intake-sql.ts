/** SQL that feeds have in common: to record facts from joined rows, and to correct facts that are known. */

/** The value of each column of a fact, as SQL on `s` (staged row), `p` (placed row) and `b` (batch). */
export type Values = Readonly<Record<string, string>>

/** Every joined row with its batch. */
export const ROWS = 'from placed p join staged s using (line), the_batch b'

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
 * SQL that changes known facts which a row contradicts; the trigger keeps the former version. `f` is the fact, `which` ties
 * it to its row. A file that tells of an earlier day than the one a fact came with is late, and corrects nothing.
 */
export function correct(table: string, which: string, values: Values): string {
  const names = Object.keys(values)
  const said = Object.values(values).join(', ')
  return `
    with corrected as (
      update ${table} f set (${names.join(', ')}, batch_id, line, recorded_at) = (${said}, b.id, s.line, b.taken_at)
      ${ROWS} where ${which} and (${names.map((name) => `f.${name}`).join(', ')}) is distinct from (${said})
        and ${isNotLate(table)}
      returning s.line
    )
    insert into touched select line from corrected`
}

/** SQL that records facts which hang on another, and changes those that are known; `key` are their unique columns. */
export function recordOrCorrect(
  table: string,
  key: readonly string[],
  values: Values,
  where: string,
  from = '',
): string {
  const others = Object.keys(values).filter((name) => !key.includes(name))
  const excluded = [...others, 'batch_id', 'line', 'recorded_at'].map((name) => `${name} = excluded.${name}`)
  const unique = key.map((name) => values[name] ?? name).join(', ')
  return `
    with written as (
      insert into ${table} as f (${Object.keys(values).join(', ')}, batch_id, line, recorded_at)
      select distinct on (${unique}) ${Object.values(values).join(', ')}, b.id, s.line, b.taken_at
      ${ROWS}${from} where ${where} order by ${unique}, s.line desc
      on conflict (${key.join(', ')}) do update set ${excluded.join(', ')}
      where (${others.map((name) => `f.${name}`).join(', ')}) is distinct from (${others.map((name) => `excluded.${name}`).join(', ')})
        and ${isNotLate(table).replace('b.cutoff_on', '(select cutoff_on from the_batch)')}
      returning line
    )
    insert into touched select line from written`
}

function isNotLate(table: string): string {
  const [schema = ''] = table.split('.')
  return `not exists (select from ${schema}.batch x where x.id = f.batch_id and x.cutoff_on > b.cutoff_on)`
}
