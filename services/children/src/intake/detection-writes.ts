/** SQL by which joined rows of detections become children, names, detections and family ties. */
import { municipalityKeyAfter } from '@vigia/kit/intake/columns'
import { confirm, correct, isPlaced, record, recordOrCorrect, staged, type Values } from '@vigia/kit/intake/sql'
import { type Step, whereFilled, whereRepeated } from '@vigia/kit/intake/step'
import { markOf } from '@vigia/kit/seal/blind-index'

/** Rows of one file that share a new number speak of one child. */
const oneChildFor = (number: 'nue' | 'curp') => `
  with shared as (
    select s.${number} from placed p join staged s using (line)
    where p.is_new_child and s.${number} is not null group by 1 having count(*) > 1
  ), same as (
    select distinct p.child_id as old,
           first_value(p.child_id) over (partition by s.${number} order by s.detected_at, s.line) as one
    from placed p join staged s using (line) join shared using (${number}) where p.is_new_child
  )
  update placed p set child_id = same.one from same where p.child_id = same.old and same.old <> same.one`

/** One row introduces the child: the earliest. */
const INTRODUCE_ONCE: Step = ({ joins, repeats }) =>
  joins || repeats('nue') || repeats('curp') ? EARLIEST_INTRODUCES : null
const EARLIEST_INTRODUCES = `
  with ranked as (
    select s.line, row_number() over (partition by p.child_id order by s.detected_at, s.line) as nth
    from placed p join staged s using (line)
    where p.is_new_child and p.child_id in (select child_id from placed where is_new_child group by 1 having count(*) > 1)
  )
  update placed p set is_new_child = false from ranked r where r.line = p.line and r.nth > 1`

/** Looked at once: in a file of new children nothing of what is known is read. */
export const SOME_ARE_NOT_NEW = 'exists (select from placed where not is_new_child)'

const PERSON: Values = {
  sex: "coalesce(s.sex, 'UNSPECIFIED')",
  is_birth_estimated: 'coalesce(s.is_birth_estimated, false)',
  ...staged('born_on', 'nationality', 'country_of_birth', 'country_of_residence', 'language'),
}
const NAME: Values = { sealed: 's.name_sealed', mark: markOf('s.name_mark') }
const EVENT: Values = {
  age: 's.age',
  age_group: 's.age_group',
  accompaniment: "coalesce(s.accompaniment, 'UNDETERMINED')",
  sealed: 's.risk_sealed',
  mark: markOf('s.risk_mark'),
  ...staged('detected_at', 'state', 'municipality', 'authority', 'detection_type'),
  ...staged('nationality', 'accompaniment_basis'),
  ...staged('ppnna_notified_at', 'dif_notified_at', 'consulate_notified_at', 'comar_notified_at'),
}

const NEW_CHILDREN = record(
  'children.child',
  {
    id: 'p.child_id',
    // As children.new_folio() makes one, from the random half of the id: a second draw of chance costs as much as an index.
    folio: "'NNA-' || upper(right(p.child_id::text, 17))",
    ...PERSON,
    age_group: 's.age_group',
    accompaniment: "coalesce(s.accompaniment, 'UNDETERMINED')",
    state: 's.state',
    first_detected_at: 's.detected_at',
  },
  'p.is_new_child',
)

const NEW_NAMES = record(
  'children.person_name',
  { child_id: 'p.child_id', ...NAME },
  'p.is_new_child and s.name_sealed is not null',
)

/** A child whose name nobody had written down. */
const NAMES_LEARNED = `${record(
  'children.person_name',
  { child_id: 'p.child_id', ...NAME },
  `${SOME_ARE_NOT_NEW} and not p.is_new_child and s.name_sealed is not null
    and not exists (select from children.person_name n
      where n.child_id = p.child_id and ${isPlaced('n.child_id', 'child_id', 'not is_new_child')})`,
)} order by s.line on conflict (child_id) do nothing`

const NEW_DETECTIONS = record('children.detection', {
  id: 'p.detection_id',
  child_id: 'p.child_id',
  acta: 's.acta',
  ...EVENT,
  ...staged('municipality_key'),
})
const CORRECTED_DETECTIONS = correct(
  'children.detection',
  { placed: 'detection_id', where: 'p.known' },
  { ...EVENT, municipality_key: municipalityKeyAfter('s.municipality is not distinct from f.municipality') },
)

/**
 * What is said of the person comes from the first detection, and so do its corrections; where a file is late for the detection, it
 * is late for the person. The day moves with the birth date: one alone could stand on the wrong side of the other.
 */
const WOULD_BE_FIRST = `p.known
    and not exists (select from children.detection e
      where e.child_id = p.child_id and ${isPlaced('e.child_id', 'child_id')} and e.id <> p.detection_id
        and e.detected_at < s.detected_at)`
const IS_FIRST = `${WOULD_BE_FIRST}
    and exists (select from children.detection d
      where d.id = p.detection_id and ${isPlaced('d.id', 'detection_id')} and d.detected_at = s.detected_at)`
const CORRECTED_CHILDREN = correct(
  'children.child',
  { placed: 'child_id', where: IS_FIRST, whereLate: WOULD_BE_FIRST },
  { ...PERSON, first_detected_at: 's.detected_at' },
)
const IS_NAMED = 's.name_sealed is not null'
const CORRECTED_NAMES = correct(
  'children.person_name',
  {
    ...{ placed: 'child_id', column: 'child_id' },
    ...{ where: `${IS_NAMED} and ${IS_FIRST}`, whereLate: `${IS_NAMED} and ${WOULD_BE_FIRST}` },
  },
  NAME,
)

const NUMBERS_AGAIN = confirm(
  'children.identifier',
  `not p.is_new_child and f.child_id = p.child_id and ${isPlaced('f.child_id', 'child_id', 'not is_new_child')}
    and ((f.type = 'NUE' and f.value = s.nue) or (f.type = 'CURP' and f.value = s.curp))`,
  'id',
  '',
  SOME_ARE_NOT_NEW,
)

const TIES = recordOrCorrect({
  table: 'children.family_tie',
  key: ['child_id', 'relative_acta'],
  values: { child_id: 'p.child_id', relative_acta: 's.relative_acta', tie: "coalesce(s.tie, 'OTHER_RELATIVE')" },
  where: 's.relative_acta is not null',
  filled: 'relative_acta',
  mayBeKnown: SOME_ARE_NOT_NEW,
})

export const WRITE_DETECTIONS: readonly Step[] = [
  whereRepeated('nue', oneChildFor('nue')),
  whereRepeated('curp', oneChildFor('curp')),
  INTRODUCE_ONCE,
  NEW_CHILDREN,
  whereFilled('given_names', NEW_NAMES),
  whereFilled('given_names', NAMES_LEARNED),
  NEW_DETECTIONS,
  ...CORRECTED_DETECTIONS,
  ...CORRECTED_CHILDREN,
  ...CORRECTED_NAMES,
  NUMBERS_AGAIN,
  ...TIES,
]
