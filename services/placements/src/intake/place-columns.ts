/** How a row names a place, and how the place is found: by its key, else by its folded name within its state and among its like. */
import { state } from '@vigia/kit/intake/cells/codes'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import type { CellReader } from '@vigia/kit/intake/cells/reading'
import { words } from '@vigia/kit/intake/cells/texts'
import type { Column } from '@vigia/kit/intake/feed'
import { looseKey } from '@vigia/law/code-list'
import { runnerOf } from '@vigia/law/runners-of-places'

const nameOfPlace = words(200)

/** What two spellings of one name have in common. */
const nameKey: CellReader = (text, now) => {
  const name = nameOfPlace(text, now)
  return typeof name === 'string' ? looseKey(name) : name
}

export function keyColumn(...titles: [string, ...string[]]): Column {
  return { name: 'key', titles, type: 'text', read: reference }
}

export function nameColumn(...titles: [string, ...string[]]): Column {
  const also = [{ name: 'name_key', type: 'text', read: nameKey }]
  return { name: 'name', titles, type: 'text', read: nameOfPlace, also }
}

const whoRuns = words(200)

/** Read here, and nowhere else: whose the stays there are hangs on it. */
const runBy: CellReader = (text, now) => {
  const name = whoRuns(text, now)
  return typeof name === 'string' ? runnerOf(name) : name
}

export const OPERATOR_COLUMN: Column = {
  name: 'operator',
  titles: ['OPERADOR', 'Quien lo opera', 'Responsable', 'Institución'],
  type: 'text',
  read: whoRuns,
  also: [{ name: 'run_by', type: 'text', read: runBy }],
}

export const STATE_COLUMN: Column = {
  name: 'state',
  titles: ['ENTIDAD', 'Estado', 'Entidad federativa', 'Edo.', 'Estado / O.R.', 'O.R.'],
  type: 'char(2)',
  read: state,
}

/** How stays in it are counted: INM's centre and DIF's may both be called after their town, and are two places. */
const kindOf = (row: 's' | 'x' | 'y') => `placements.kind_of(${row}.type)`

/** What makes two rows one place: its key, whatever state and kind they say; without one its name within its state and kind. */
export const SIGN_OF_PLACE = `coalesce(s.key, s.name_key || ' ' || s.state || ' ' || ${kindOf('s')})`

/** Of a row without a type it is not known which of two kinds it means. */
const IS_OF_ITS_KIND = `case when s.type is not null then ${kindOf('x')} = ${kindOf('s')} else not exists (
      select from placements.facility y
      where y.name_key = x.name_key and y.state = x.state and ${kindOf('y')} <> ${kindOf('x')}) end`

/** SQL that follows `from staged s` and gives `place.id`: by its key, else the one of its name and kind in its state of which `also` holds. */
export const placeOfRow = (also = 'true'): string => `
  left join lateral (select id from placements.facility x where x.key = s.key limit 1) by_key on true
  left join lateral (
    select id from placements.facility x
    where by_key.id is null and x.name_key = s.name_key and x.state = s.state and (s.key is null or x.key is null)
      and ${IS_OF_ITS_KIND} and ${also}
    order by x.recorded_at, x.id limit 1) by_name on true
  cross join lateral (select coalesce(by_key.id, by_name.id) as id) place`

/** SQL on `s`: why no place was found for it, in Spanish. */
export const WHY_NO_PLACE = `case
  when s.key is null and s.type is null and (
    select count(distinct ${kindOf('x')}) from placements.facility x where x.name_key = s.name_key and x.state = s.state) > 1
  then 'En la entidad hay lugares de ese nombre que se cuentan aparte: faltan su tipo o su clave.'
  else 'El lugar no está en ninguna lista y el renglón no trae su nombre, tipo y entidad.' end`
