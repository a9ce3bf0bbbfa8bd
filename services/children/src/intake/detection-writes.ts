/** SQL by which joined rows of detections become children, names, detections and family ties. */

import { municipalityKeyAfter } from '@vigia/kit/intake/columns'
import { recordOrCorrect } from '@vigia/kit/intake/known/hanging'
import type { Blanks } from '@vigia/kit/intake/known/left-blank'
import { confirm, correct, isPlaced, record, staged, type Values } from '@vigia/kit/intake/sql'
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

/** What a find tells of the person: kept with it, and the child is what the first find says that tells it. */
const TOLD_OF_PERSON = ['sex', 'born_on', 'is_birth_estimated', 'country_of_birth', 'country_of_residence', 'language']
const PERSON: Values = {
  ...staged('nationality', ...TOLD_OF_PERSON),
  sex: "coalesce(s.sex, 'UNSPECIFIED')",
  is_birth_estimated: 's.born_on is not null and coalesce(s.is_birth_estimated, false)',
}
const NAME: Values = { sealed: 's.name_sealed', mark: markOf('s.name_mark') }
const RISK_MARK = markOf('s.risk_mark')
const TOLD_OF_EVENT = [
  ...['detected_at', 'state', 'municipality', 'authority', 'detection_type', 'nationality', 'accompaniment_basis'],
  ...['ppnna_notified_at', 'dif_notified_at', 'consulate_notified_at', 'comar_notified_at'],
]
const EVENT: Values = {
  age: 's.age',
  age_group: 's.age_group',
  accompaniment: "coalesce(s.accompaniment, 'UNDETERMINED')",
  sealed: 's.risk_sealed',
  mark: RISK_MARK,
  ...staged(...TOLD_OF_EVENT, ...TOLD_OF_PERSON),
}

/** A country that nobody wrote down says no more than a blank. */
const NATIONALITY_AFTER = "coalesce(nullif(s.nationality, 'ZZZ'), f.nationality, 'ZZZ')"
const SAYS_NO_AGE = 's.born_on is null and s.said_age is null'

/**
 * What a row leaves blank of a known detection is what it was. A municipality is of its state, what a company is known by is of that
 * company, and a birth date of another day is no estimate by what was said of the one before.
 */
const EVENT_AFTER: Values = {
  ...EVENT,
  nationality: NATIONALITY_AFTER,
  age: `case when ${SAYS_NO_AGE} then f.age else s.age end`,
  age_group: `coalesce(case when ${SAYS_NO_AGE} then f.age_group end, s.age_group)`,
  is_birth_estimated: `coalesce(s.is_birth_estimated,
    case when coalesce(s.born_on, f.born_on) is not distinct from f.born_on then f.is_birth_estimated end)`,
  accompaniment: "coalesce(s.accompaniment, f.accompaniment, 'UNDETERMINED')",
  accompaniment_basis: `coalesce(s.accompaniment_basis,
    case when coalesce(s.accompaniment, f.accompaniment) = f.accompaniment then f.accompaniment_basis end)`,
  municipality: 'coalesce(s.municipality, case when s.state = f.state then f.municipality end)',
  municipality_key: municipalityKeyAfter(
    'coalesce(s.municipality, f.municipality) is not distinct from f.municipality',
  ),
  sealed: 'coalesce(s.risk_sealed, f.sealed)',
  mark: `coalesce(${RISK_MARK}, f.mark)`,
}

const NATIONALITY_BLANK = { told: "nullif(s.nationality, 'ZZZ')", kept: "nullif(f.nationality, 'ZZZ')" }
const NO_AGE = 'coalesce(s.born_on::text, s.said_age::text)'
/** Of what says more of another cell: that a row does not tell that one to be another. */
const SAME_IN_BOTH = {
  accompaniment_basis: "(s.accompaniment <> nullif(f.accompaniment, 'UNDETERMINED')) is not true",
  is_birth_estimated: 's.born_on is not null and (s.born_on <> f.born_on) is not true',
  municipality: 's.state = f.state',
  municipality_key: 's.state = f.state and (s.municipality <> f.municipality) is not true',
}
/** Which of them a row leaves blank, and what is kept there. */
const BLANK_OF_EVENT: Blanks = {
  nationality: NATIONALITY_BLANK,
  age: { told: NO_AGE, kept: 'f.age' },
  age_group: { told: NO_AGE, kept: "nullif(f.age_group, 'UNKNOWN')" },
  accompaniment: { told: 's.accompaniment', kept: "nullif(f.accompaniment, 'UNDETERMINED')" },
  sealed: { told: 's.risk_sealed', kept: 'f.sealed' },
  mark: { told: 's.risk_sealed', kept: 'f.mark' },
  ...Object.fromEntries(
    Object.entries(SAME_IN_BOTH).map(([name, sameAs]) => [
      name,
      { told: `s.${name}`, kept: String(EVENT_AFTER[name]), sameAs },
    ]),
  ),
}

const NEW_CHILDREN = record(
  'children.child',
  {
    id: 'p.child_id',
    // As _law/src/folios.ts says, from the random half of the id: a second draw of chance costs as much as an index.
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
  child_before: 'p.child_before',
})
const CORRECTED_DETECTIONS = correct(
  'children.detection',
  { placed: 'detection_id', where: 'p.known', blanks: BLANK_OF_EVENT },
  EVENT_AFTER,
)

/** The name is that of the first detection, and so are its corrections; where a file is late for the detection, it is late for the name. */
const WOULD_BE_FIRST = `p.known
    and not exists (select from children.detection e
      where e.child_id = p.child_id and ${isPlaced('e.child_id', 'child_id')} and e.id <> p.detection_id
        and e.detected_at < s.detected_at)`
const IS_FIRST = `${WOULD_BE_FIRST}
    and exists (select from children.detection d
      where d.id = p.detection_id and ${isPlaced('d.id', 'detection_id')} and d.detected_at = s.detected_at)`
const IS_NAMED = 's.name_sealed is not null'
const CORRECTED_NAMES = correct(
  'children.person_name',
  {
    ...{ placed: 'child_id', column: 'child_id' },
    ...{ where: `${IS_NAMED} and ${IS_FIRST}`, whereLate: `${IS_NAMED} and ${WOULD_BE_FIRST}` },
  },
  NAME,
)

/** The name that another find had told stays with the child when that one is withdrawn. */
const NAMES_AGAIN = confirm(
  'children.person_name',
  `not p.is_new_child and ${IS_NAMED} and f.child_id = p.child_id and ${isPlaced('f.child_id', 'child_id', 'not is_new_child')}
    and f.mark = ${markOf('s.name_mark')}`,
  'child_id',
  '',
  SOME_ARE_NOT_NEW,
)

const NUMBERS_AGAIN = confirm(
  'children.identifier',
  `not p.is_new_child and f.child_id = p.child_id and ${isPlaced('f.child_id', 'child_id', 'not is_new_child')}
    and ((f.type = 'NUE' and f.value = s.nue) or (f.type = 'CURP' and f.value = s.curp))`,
  'id',
  '',
  SOME_ARE_NOT_NEW,
)

const TIE_AFTER = `coalesce(s.tie, (select x.tie from children.family_tie x
  where x.child_id = p.child_id and x.relative_acta = s.relative_acta), 'OTHER_RELATIVE')`
const TIES = recordOrCorrect({
  table: 'children.family_tie',
  key: ['child_id', 'relative_acta'],
  values: { child_id: 'p.child_id', relative_acta: 's.relative_acta', tie: TIE_AFTER },
  where: 's.relative_acta is not null',
  blanks: { tie: { told: 's.tie', kept: "nullif(f.tie, 'OTHER_RELATIVE')" } },
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
  ...CORRECTED_NAMES,
  whereFilled('given_names', NAMES_AGAIN),
  NUMBERS_AGAIN,
  ...TIES,
]
