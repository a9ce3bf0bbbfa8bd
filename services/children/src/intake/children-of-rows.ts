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

const OF_FIRST = ['state', 'detected_at', 'age_group', 'accompaniment', 'batch_id', 'line']
const IN_ORDER = 'order by d.detected_at, d.acta'
const firstTold = (column: string, isTold: string) => `(array_agg(${column} ${IN_ORDER}) filter (where ${isTold}))[1]`
/** A birth after the first find is of somebody else, or mistyped: none is told where none other is. */
const IS_BIRTH = 'd.born_on <= d.first_day'

/**
 * SQL: where, when and how the first of a child's finds was, and of the person what the first tells that tells it, in whatever order the
 * files come. Of the finds that `which` names.
 */
const ofFinds = (which: string) => `
  select d.child_id, ${OF_FIRST.map((column) => `(array_agg(d.${column} ${IN_ORDER}))[1] as ${column}`).join(', ')},
    coalesce(${firstTold('d.nationality', "d.nationality <> 'ZZZ'")}, 'ZZZ') as nationality,
    coalesce(${firstTold('d.sex', "d.sex <> 'UNSPECIFIED'")}, 'UNSPECIFIED') as sex,
    ${firstTold('d.born_on', IS_BIRTH)} as born_on,
    coalesce(${firstTold('coalesce(d.is_birth_estimated, false)', IS_BIRTH)}, false) as is_birth_estimated,
    ${['country_of_birth', 'country_of_residence', 'language'].map((column) => `${firstTold(`d.${column}`, `d.${column} is not null`)} as ${column}`).join(', ')}
  from (
    select *, outbox.mx_date(min(detected_at) over (partition by child_id)) as first_day from children.detection where ${which}
  ) d group by d.child_id`

const PERSON = [
  'nationality',
  'sex',
  'born_on',
  'is_birth_estimated',
  'country_of_birth',
  'country_of_residence',
  'language',
]
const DERIVED = ['state', 'first_detected_at', 'age_group', 'accompaniment', ...PERSON]
const FOUND = ['state', 'detected_at', 'age_group', 'accompaniment', ...PERSON]
const of = (row: string, columns: readonly string[]) => columns.map((column) => `${row}.${column}`).join(', ')
const IS_OTHERWISE = `(${of('c', DERIVED)}) is distinct from (${of('f', FOUND)})`

/** SQL: a find that came late may be the first, or the first that tells something of the person; then the child is that. */
const DERIVE = `
  with f as (${ofFinds(isPlaced('child_id', 'child_id', 'not is_new_child'))})
  update children.child c
  set (${DERIVED.join(', ')}, batch_id, line, recorded_at) = (${of('f', FOUND)}, b.id, f.line, b.taken_at)
  from f, the_batch b
  where exists (select from placed where not is_new_child) and c.id = f.child_id
    and ${isPlaced('c.id', 'child_id', 'not is_new_child')} and ${IS_OTHERWISE}`
/** Rows of one file may tell of one new child, and the first of them leave something blank. */
export const DERIVE_CHILDREN: Step = ({ joins, repeats }) =>
  joins || repeats('nue') || repeats('curp') ? DERIVE : null

/** SQL: the same after batch `$1` was withdrawn, for children whose row it wrote or of whom a fact went or is what it was. */
export const DERIVE_REMAINING = `
  with f as (${ofFinds('child_id in (select id from children.child where batch_id = $1 union select coalesce(child_id, id) from undone_row)')})
  update children.child c
  set (${DERIVED.join(', ')}, batch_id, line, recorded_at) = (${of('f', FOUND)}, f.batch_id, f.line, now())
  from f where c.id = f.child_id and (c.batch_id = $1 or ${IS_OTHERWISE})`
