/**
 * Remembers which cells a row left blank of a fact that was known, so that what stands there is the word of another file: it goes back with
 * that one (withdraw-blanks.ts), and INM does not read it back as its own (the functions `_sent`).
 */
import { type Step, whereSomeAreKnown } from '../step.ts'

/**
 * What a row says in a cell, and what the fact `f` keeps there where that is nothing, as SQL. Of a cell that says more of another, whether that
 * is the same in both: what a late row tells is then known where the fact has nothing.
 */
export type Blank = { told: string; kept: string; sameAs?: string }

/** By their columns; one answer of a list by its column and its code, `items.CHILD_HEARD`. */
export type Blanks = Readonly<Record<string, Blank>>

export type Remembered = {
  table: string
  key?: string
  /** From which rows, and which fact `f` each of them tells of. */
  rows: string
  where: string
}

/** SQL on `s`, `b` and `f`. Asked before the rows are written: what this file told itself in a row before was not left blank. */
export function rememberBlanks({ table, key = 'id', rows, where }: Remembered, blanks: Blanks): Step {
  const [schema, name] = table.split('.')
  const cells = Object.entries(blanks).map(
    ([cell, { told, kept }]) => `case when ${told} is null and ${kept} is not null then '${cell}' end`,
  )
  return whereSomeAreKnown(`
    insert into ${schema}.left_blank (batch_id, entity, entity_id, cells)
    select distinct on (f.${key}) b.id, '${name}', f.${key}, blank.cells ${rows}, ${table} f,
      lateral (select array_remove(array[${cells.join(', ')}]::text[], null) as cells) blank
    where ${where} and f.batch_id <> b.id and blank.cells <> '{}'
    order by f.${key}, s.line
    on conflict do nothing`)
}
