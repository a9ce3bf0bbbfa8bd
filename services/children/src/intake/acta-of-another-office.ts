/**
 * An acta is of one office: where the file of another tells it of another person, one of the two numbers is mistyped, and nobody but the
 * offices can tell which. Taken for a correction, the child of the first office would be gone from its state, its name and its alerts with it.
 */
import type { Unmatched } from '@vigia/kit/intake/feed'
import { whereSomeAreKnown } from '@vigia/kit/intake/step'

/** A year apart one of the two is an estimate. Names are sealed, and nothing is said of them here. */
const IS_OTHER_PERSON = `(d.sex <> t.sex and 'UNSPECIFIED' not in (d.sex, t.sex)
      or abs(extract(year from d.born_on) - extract(year from t.born_on)) > 1 or abs(d.age - t.age) > 1)`

/** A file that speaks for no state, as INM's own of the whole country, may correct what any office told. */
export const IS_OF_ANOTHER_OFFICE = whereSomeAreKnown(`
  update staged s set child_id = null, is_of_another_office = true
  from staged t cross join the_batch b cross join lateral (
    select x.sex, x.born_on, x.age, x.batch_id from children.detection x where x.id = t.detection_id and t.known limit 1) d
  join children.batch o on o.id = d.batch_id
  where t.ctid = s.ctid and o.state <> b.state and ${IS_OTHER_PERSON}`)

const REASON =
  'Esa acta es de otra persona (otro sexo, año de nacimiento o edad) en un archivo de otra entidad: si el número está mal, corríjalo y envíe ' +
  'el renglón otra vez; si el de la otra es el equivocado, este se une cuando retire el suyo.'

/** SQL on `u`, the row that waits, and `b`, its batch: nobody has told of the acta since. */
const IS_AS_IT_WAS = `u.reason = '${REASON}' and exists (
      select from children.detection d join children.batch o on o.id = d.batch_id
      where d.acta = u.raw ->> 'acta' and o.state <> b.state and d.recorded_at <= u.recorded_at)`

/** Kept as one whose numbers are of two children, and tried again once the acta is withdrawn or told anew. */
export const unlessOfAnotherOffice = ({ reason, mayMatch, ...unmatched }: Unmatched): Unmatched => ({
  ...unmatched,
  reason: `case when p.is_of_another_office then '${REASON}' else ${reason} end`,
  mayMatch: `(${mayMatch}) and not (${IS_AS_IT_WAS})`,
})
