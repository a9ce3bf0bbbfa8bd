/** How a row names a place, and how the place is found: by its key, else by its folded name within its state and among its like. */
import { state } from '@vigia/kit/intake/cells/codes'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import type { CellReader } from '@vigia/kit/intake/cells/reading'
import { named } from '@vigia/kit/intake/cells/texts'
import type { Column } from '@vigia/kit/intake/feed'
import { looseKey } from '@vigia/law/code-list'
import { runnerOf } from '@vigia/law/runners-of-places'
import { isNameless, kindOf, NAME_SIGN } from './name-sign.ts'
import { IS_IN_ITS_TOWN, IS_ONE_WITH_KEY } from './namesakes.ts'

const nameOfPlace = named(200)

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

const whoRuns = named(200)

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

/** What makes two rows of a list one place, where it is new: its key and name; without a key its name within its state and kind. */
export const SIGN_OF_PLACE = `coalesce(s.key || ' ' || coalesce(s.name_key, ''), ${NAME_SIGN('s')})`

/** The same of stays, of which each spells a name in its own way: its key within the state that was told first with that name. */
export const SIGN_IN_STAYS = `coalesce(
  s.key || ' ' || first_value(s.state) over (partition by s.key, s.name_key order by s.line) || ' ' || ${kindOf('s')}, ${NAME_SIGN('s')})`

/** Of a row without a type it is not known which of two kinds it means. */
const IS_OF_ITS_KIND = `case when s.type is not null then ${kindOf('x')} = ${kindOf('s')} else not exists (
      select from placements.facility y
      where y.name_key = x.name_key and y.state = x.state and y.same_as is null and ${kindOf('y')} <> ${kindOf('x')}) end`

/** Among several keys of places which the row means: what it is that there is one of, of the first of them. */
const first = (column: string) => `(array_agg(${column} order by is_named desc, is_here desc, recorded_at, id))[1]`

/**
 * Each list may number for itself: a key is that of the place of its name, else of its state, kind and municipality, where these are told;
 * where a row tells neither name nor state, of the state whose file it is. Of several it is none; of INM, which is told of nothing that
 * others have listed, the first of its state. A key by which a place of another key, or of none, was told to be known too is that of the
 * name that was told with it.
 */
const BY_KEY = `
  left join lateral (
    select case when is_sure then id end as id, alias, is_nameless, kind, municipality, count > 0 and not is_sure as is_several from (
      select count(*), ${first('id')} as id, ${first('alias')} as alias, ${first('is_nameless')} as is_nameless, ${first('kind')} as kind,
        ${first('municipality')} as municipality, count(*) = 1 or count(*) filter (where is_named) = 1
          or s.state is null and count(*) filter (where is_here) = 1
          or s.state is not null and (select source from the_batch) = 'INM' as is_sure
      from (
        select x.id, x.recorded_at, x.municipality, coalesce(x.name_key = s.name_key, false) as is_named,
          coalesce(x.state = (select state from the_batch), false) as is_here, ${kindOf('x')} as kind,
          (array_agg(k.id order by k.id) filter (where k.same_as is not null))[1] as alias, bool_or(${isNameless('k')}) as is_nameless
        from placements.facility k cross join lateral (select * from placements.facility f where f.id = coalesce(k.same_as, k.id) limit 1) x
        where k.key = s.key and (k.same_as is null or s.name_key is null or x.name_key = s.name_key)
          and (x.name_key = s.name_key or (x.state = s.state or s.state is null)
            and (num_nulls(s.name_key, s.state) = 2 or s.type is null or ${kindOf('x')} = ${kindOf('s')})
            and ${IS_IN_ITS_TOWN} is not false)
        group by x.id, x.recorded_at, x.municipality, x.name_key, x.state, x.type) k) found) by_key on true`

/**
 * SQL that follows `from staged s` and gives `place.id`: by its key, else the one of its name and kind in its state, and in its municipality
 * where both are told. Of several that may be it the first, and `place.is_doubtful`. `place.one_with` is the place of its key alone that the
 * row tells to be the one of its name, `place.told_of` the same of a row that tells no name, once that was told; `place.is_several` of a key
 * alone that is known of several.
 */
export const PLACE_OF_ROW = `
  ${BY_KEY}
  left join lateral (
    select (array_agg(x.id order by ${IS_IN_ITS_TOWN} desc nulls last, x.recorded_at, x.id))[1] as id,
      case when bool_or(${IS_IN_ITS_TOWN}) then count(*) filter (where ${IS_IN_ITS_TOWN}) else count(*) end > 1 as is_doubtful
    from placements.facility x
    where x.name_key = s.name_key and x.state = s.state and x.same_as is null and ${IS_OF_ITS_KIND} and ${IS_IN_ITS_TOWN} is not false
      and case when by_key.id is null then s.key is null or x.key is null else x.id <> by_key.id and ${IS_ONE_WITH_KEY} end) by_name on true
  cross join lateral (select by_key.id is not null and by_name.id is not null and not by_name.is_doubtful as is_one) joined
  cross join lateral (
    select case when is_one then by_name.id else coalesce(by_key.id, by_name.id) end as id,
      case when by_key.id is null then by_name.is_doubtful end as is_doubtful,
      case when is_one then by_key.id when s.name_key is not null then by_key.alias end as one_with,
      case when s.name_key is null then by_key.alias end as told_of,
      s.name_key is null and by_key.is_several as is_several) place`

/** SQL on `s`: why no place was found for it, in Spanish. */
export const WHY_NO_PLACE = `case
  when (select count(distinct coalesce(x.same_as, x.id)) from placements.facility x where x.key = s.key and (x.state = s.state or s.state is null)) > 1
  then 'Esa clave es de varios lugares: faltan su nombre, entidad o tipo.'
  when s.key is null and s.type is null and (
    select count(distinct ${kindOf('x')}) from placements.facility x where x.name_key = s.name_key and x.state = s.state and x.same_as is null) > 1
  then 'En la entidad hay lugares de ese nombre que se cuentan aparte: faltan su tipo o su clave.'
  else 'El lugar no está en ninguna lista y el renglón no trae su nombre, tipo y entidad.' end`
