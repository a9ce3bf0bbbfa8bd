/** What rows of any feed add to a child: its numbers, and the facts that follow from its first detection. */
import { childOfRow, childUnknown } from '@vigia/kit/intake/join-children'
import { batchOnce, isPlaced } from '@vigia/kit/intake/sql'
import { type Step, whereFilled, whereSomeAreKnown } from '@vigia/kit/intake/step'

/** SQL that joins a row to its child, where the acta is that of a detection and the other numbers are the child's own. */
export const CHILD_OF_ROW = childOfRow(
  'children.identifier',
  'select child_id from children.detection x where x.acta = s.acta',
)

const NUMBERS =
  "(select type, value, child_id from children.identifier union all select 'ACTA', acta, child_id from children.detection)"
export const NO_SUCH_CHILD = childUnknown(NUMBERS)

/** The same for rows that bring a child where their numbers are of nobody, or of nobody any more. */
export const OF_TWO_OR_OVERRULED = childUnknown(NUMBERS, 0)

const numbers = (type: string, column: string, issuer: string) =>
  batchOnce(`
  insert into children.identifier (child_id, type, value, sealed, issuer, batch_id, line, recorded_at)
  select p.child_id, '${type}', s.${column}, ${column === 'curp' ? 's.curp_sealed' : 'null'}, '${issuer}', b.id, s.line, b.taken_at
  from placed p join staged s using (line), the_batch b
  where s.${column} is not null`)

const identify = (type: string, column: string, issuer: string): Step =>
  whereFilled(column, ({ joins, repeats }) =>
    joins || repeats(column)
      ? `${numbers(type, column, issuer)} on conflict (type, value) do nothing`
      : numbers(type, column, issuer),
  )

/**
 * The numbers that rows bring are the child's from now on. One that is somebody else's already stays so: nobody is merged.
 * Numbers none of which is known or comes twice are written without asking for each.
 */
export const IDENTIFY: readonly Step[] = [identify('NUE', 'nue', 'INM'), identify('CURP', 'curp', 'RENAPO')]

/**
 * Rows of one file that give a number to two children, one of whom is known: as if they had come in files of their own, the first
 * line gives it, and those after it are joined by it, or are of two. (New children who share a number are one child.)
 */
const numberOfTwo = (column: 'nue' | 'curp', isKnown: string): Step =>
  whereFilled(
    column,
    whereSomeAreKnown(`
  with two as (
    select s.${column} from placed p join staged s using (line) where s.${column} is not null
    group by 1 having count(distinct p.child_id) > 1 and bool_or(${isKnown})
  )
  select line from (
    select s.line, row_number() over (partition by s.${column} order by s.line) as nth
    from placed p join staged s using (line) join two using (${column})
  ) n where nth > 1`),
  )

/** SQL on `p`: true where the row's child is known. */
export const numbersOfTwo = (isKnown = 'true'): readonly Step[] => [
  numberOfTwo('nue', isKnown),
  numberOfTwo('curp', isKnown),
]

/** And the nationality of the first that names one, in whatever order files tell of them. */
const FIRST_DETECTION = `
  select distinct on (d.child_id) d.child_id, d.state, d.detected_at, d.age_group, d.accompaniment, d.batch_id, d.line,
    first_value(d.nationality) over (partition by d.child_id order by d.nationality = 'ZZZ', d.detected_at, d.acta) as nationality
  from children.detection d`
const IN_ORDER = 'order by d.child_id, d.detected_at, d.acta'
const SAME = `(c.state, c.first_detected_at, c.age_group, c.accompaniment, c.nationality)
    is distinct from (f.state, f.detected_at, f.age_group, f.accompaniment, f.nationality)`

/** SQL: a detection that came late may be the first; then the child is counted there and then. */
const DERIVE = `
  with f as (${FIRST_DETECTION} where ${isPlaced('d.child_id', 'child_id', 'not is_new_child')} ${IN_ORDER})
  update children.child c
  set state = f.state, first_detected_at = f.detected_at, age_group = f.age_group, accompaniment = f.accompaniment,
      nationality = f.nationality, batch_id = b.id, line = f.line, recorded_at = b.taken_at
  from f, the_batch b
  where exists (select from placed where not is_new_child) and c.id = f.child_id
    and ${isPlaced('c.id', 'child_id', 'not is_new_child')} and ${SAME}`
/** Rows of one file may tell of one new child, and the first of them name no nationality. */
export const DERIVE_CHILDREN: Step = ({ joins, repeats }) =>
  joins || repeats('nue') || repeats('curp') ? DERIVE : null

/** SQL: the same after batch `$1` was withdrawn, for children whose row it wrote or of whom a fact went or is what it was. */
export const DERIVE_REMAINING = `
  with f as (${FIRST_DETECTION}
    where d.child_id in (select id from children.child where batch_id = $1 union select coalesce(child_id, id) from undone_row) ${IN_ORDER})
  update children.child c
  set state = f.state, first_detected_at = f.detected_at, age_group = f.age_group, accompaniment = f.accompaniment,
      nationality = f.nationality, batch_id = f.batch_id, line = f.line, recorded_at = now()
  from f where c.id = f.child_id and (c.batch_id = $1 or ${SAME})`
