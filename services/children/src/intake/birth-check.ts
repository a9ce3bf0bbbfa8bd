/**
 * Nobody is found before birth, nor as a child once of age: what a row says of a detection is held against the birth date that is known of
 * the child, and a birth date that it tells against the other detections.
 */
import { batchOnce, isNotLate, isPlaced } from '@vigia/kit/intake/sql'
import { type Step, whereRepeated, whereSomeAreKnown } from '@vigia/kit/intake/step'
import { AGE_OF_MAJORITY } from '@vigia/law/age'

/** The rows that may say something of a known child: not those of a detection of which another file has told of a later day. */
const TOLD = `
  told as materialized (
    select s.line, s.acta, s.detected_at, s.born_on, s.said_age, p.child_id, p.detection_id, p.known from placed p join staged s using (line)
    where not p.is_new_child and not exists (
      select from children.detection f where f.id = p.detection_id and ${isPlaced('f.id', 'detection_id')}
        and not ${isNotLate('children.detection')})
  )`

/**
 * A detection that would be the child's first, before its birth. Only where the same file corrects the birth date with the first
 * detection do both move together.
 */
export const FOUND_BEFORE_BIRTH = whereSomeAreKnown(
  batchOnce(`
  with ${TOLD}, earliest as (
    select distinct on (child_id) child_id, known and born_on is not null as tells_birth from told order by child_id, detected_at, acta
  )
  insert into refusal
  select t.line, 'FECHA Y HORA', to_char(t.detected_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'La detección es anterior a la fecha de nacimiento que se conoce.'
  from told t join earliest e using (child_id) join children.child f on f.id = t.child_id, the_batch b
  where ${isPlaced('f.id', 'child_id', 'not is_new_child')}
    and outbox.mx_date(t.detected_at) < f.born_on and not e.tells_birth`),
)

const REFUSE_BORN_LATER = `
  insert into refusal
  select t.line, 'FECHA DE NACIMIENTO', to_char(t.born_on, 'DD/MM/YYYY'),
    'La fecha de nacimiento es posterior a una detección que se conoce de la misma persona.'`

/** What would be found before birth is another detection than the row's own. */
const BORN_AFTER_A_KNOWN_FIND = whereSomeAreKnown(
  batchOnce(`
  with ${TOLD} ${REFUSE_BORN_LATER}
  from told t, the_batch b
  where t.born_on is not null and exists (
    select from children.detection d
    where d.child_id = t.child_id and ${isPlaced('d.child_id', 'child_id', 'not is_new_child')} and d.id is distinct from t.detection_id
      and outbox.mx_date(d.detected_at) < t.born_on)`),
)

/** The same of a child whom the file brings. */
const bornAfterAFindOf = (number: 'nue' | 'curp'): Step =>
  whereRepeated(
    number,
    `
  with told as (
    select s.line, s.born_on, min(s.detected_at) over (partition by s.${number}) as first_found
    from placed p join staged s using (line) where p.is_new_child and s.${number} is not null
  ) ${REFUSE_BORN_LATER}
  from told t where t.born_on > outbox.mx_date(t.first_found)`,
  )

/** Whichever of the two comes first, the other is refused. */
export const BORN_AFTER_A_FIND: readonly Step[] = [
  BORN_AFTER_A_KNOWN_FIND,
  bornAfterAFindOf('nue'),
  bornAfterAFindOf('curp'),
]

/** SQL: the day from which somebody counts as of age, by a birth date that is presumed a year later where it is an estimate (_law/src/age.ts). */
export const ofAgeOn = (bornOn: string, isEstimated: string) =>
  `(${bornOn} + make_interval(years => ${AGE_OF_MAJORITY} + ${isEstimated}::int))::date + (to_char(${bornOn}, 'MMDD') = '0229')::int`

const REFUSE_OF_AGE = `
  insert into refusal
  select t.line, 'FECHA Y HORA', to_char(t.detected_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'Por la fecha de nacimiento que se conoce tenía ${AGE_OF_MAJORITY} años cumplidos ese día, y el renglón no trae edad ni fecha de nacimiento: '
    || 'este registro es de niñas, niños y adolescentes.'`
const SAYS_NO_AGE = 't.born_on is null and t.said_age is null'

/** A detection of a day on which it is known already stays what it is: its age was told when it came. */
const KNOWN_TO_BE_OF_AGE = whereSomeAreKnown(
  batchOnce(`
  with ${TOLD} ${REFUSE_OF_AGE}
  from told t join children.child f on f.id = t.child_id, the_batch b
  where ${isPlaced('f.id', 'child_id', 'not is_new_child')} and ${SAYS_NO_AGE}
    and outbox.mx_date(t.detected_at) >= ${ofAgeOn('f.born_on', 'f.is_birth_estimated')}
    and not exists (select from children.detection d where d.id = t.detection_id and ${isPlaced('d.id', 'detection_id')}
      and outbox.mx_date(d.detected_at) = outbox.mx_date(t.detected_at))`),
)

/** The same of a child whom an earlier row of the file brings, and with it the birth date. */
const ofAgeByAnEarlierRow = (number: 'nue' | 'curp'): Step =>
  whereRepeated(
    number,
    `
  with told as (
    select s.line, s.detected_at, s.born_on, s.said_age, first_value(s.born_on) over one as first_born,
      coalesce(first_value(s.is_birth_estimated) over one, false) as is_estimated
    from placed p join staged s using (line) where p.is_new_child and s.${number} is not null
    window one as (partition by s.${number} order by s.detected_at, s.line)
  ) ${REFUSE_OF_AGE}
  from told t where ${SAYS_NO_AGE} and outbox.mx_date(t.detected_at) >= ${ofAgeOn('t.first_born', 't.is_estimated')}`,
  )

/** A row that tells an age or a birth date of its own is believed: in doubt somebody is presumed a child (Ley de Migración art. 3 XVI). */
export const FOUND_OF_AGE: readonly Step[] = [
  KNOWN_TO_BE_OF_AGE,
  ofAgeByAnEarlierRow('nue'),
  ofAgeByAnEarlierRow('curp'),
]
