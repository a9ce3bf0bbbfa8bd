/** Places of one name, or of one key, in one state: which are one, and what their sender is told of those that are not. */

import { inLines } from '@vigia/kit/intake/sql'
import { isNameless, kindOf, NAME_SIGN } from './name-sign.ts'

/** SQL: the letters of a municipality's name, whatever the locale of the database. */
const lettersOf = (name: string) =>
  `translate(${name}, 'abcdefghijklmnopqrstuvwxyzáéíóúüñÁÉÍÓÚÜÑ .', 'ABCDEFGHIJKLMNOPQRSTUVWXYZAEIOUUNAEIOUUN')`

/** SQL: one may have a longer name: Tapachula, Tapachula de Córdova y Ordóñez. Null where either is not told: it may be the same. */
const isOneTown = (one: string, other: string) => `(starts_with(${lettersOf(one)}, ${lettersOf(other)})
        or starts_with(${lettersOf(other)}, ${lettersOf(one)}))`

export const IS_IN_ITS_TOWN = isOneTown('x.municipality', 's.municipality')

/**
 * SQL on `x`, of the name of the row, and `by_key`, known by the key of the row alone: whether the row tells that they are one. Whoever sends
 * it stands by it; INM, which is not asked, says so of places where children are held. Nothing that was told of both may have been told twice.
 */
export const IS_ONE_WITH_KEY = `by_key.is_nameless and ${kindOf('x')} = by_key.kind and ${isOneTown('x.municipality', 'by_key.municipality')} is not false
      and (select is_confirmed or source = 'INM' from the_batch)
      and ((select source from the_batch) <> 'INM' or x.key is null and by_key.kind in ('REFERRAL', 'PROHIBITED', 'OTHER_AD_HOC'))
      and not exists (select from placements.stay t join placements.stay o using (child_id, entered_at)
        where t.facility_id = x.id and o.facility_id = by_key.id)
      and not exists (select from placements.inspection t join placements.inspection o using (inspected_on, authority)
        where t.facility_id = x.id and o.facility_id = by_key.id)`

/** SQL: whether rows without a key wait: where one with a key brings a place of their name, that may be theirs, and a third would be doubtful. */
export const waitsForItsKey = (isNew: string): string => `
  select s.line from staged s where s.key is null and exists (
    select from placed p join staged x using (line)
    where ${isNew} and x.key is not null and ${NAME_SIGN('x')} = ${NAME_SIGN('s')})`

/** Nobody but the sender knows which is meant. INM is told of nothing that others have listed (security.md 3.8): its row goes to the first. */
export const DOUBTFUL_PLACE = (title: string): string => `
  insert into refusal
  select s.line, '${title}', s.name, 'Hay varios lugares de ese nombre y tipo en la entidad: falta la clave del lugar, o su municipio.'
  from placed p join staged s using (line), the_batch b
  where p.is_doubtful and b.source <> 'INM'`

/**
 * Numbers of the rows of a list that are taken for keys go over to other places with the next list. Of two places of INM's its key says which.
 * Where one of both is known by its key alone they may well be one, of which children were told twice: that is its sender's to say.
 */
export const KEY_OF_ANOTHER = (title: string): string => `
  insert into refusal
  select s.line, '${title}', s.name, case when not ${isNameless('f')}
    then 'La clave es la de «' || f.name || '», y el nombre, el de otro lugar de la entidad. Si los números de un envío a otro cambian de lugar no son claves: envíelo sin ellos.'
    when b.is_confirmed
    then 'La clave es la de un lugar del que no se ha dicho el nombre, y el nombre, el de varios lugares de la entidad o de uno al que se refieren los mismos hechos: no se sabe cuál es.'
    else 'CONFLICTO: la clave es la de un lugar del que no se ha dicho el nombre, y el nombre, el de otro lugar de la entidad. Si son uno, envíelo con --confirm, y como uno se cuentan; si no, corrija la clave o el nombre.' end
  from placed p join staged s using (line) join placements.facility f on f.id = p.facility_id, the_batch b
  where b.source <> 'INM' and f.key = s.key and f.name_key <> s.name_key and p.one_with is null and exists (
    select from placements.facility x
    where x.name_key = s.name_key and x.state = f.state and x.id <> f.id and ${kindOf('x')} = ${kindOf('f')} and ${IS_IN_ITS_TOWN} is not false)`

const IN_ITS_LINES = inLines('f.line')

/** It may be the same place, with a type or a municipality that somebody mistook: its sender can tell. */
const OF_ANOTHER_KIND = `
  select format('Tienen el nombre o la clave de otro lugar de su entidad, de otro tipo o municipio: %s (%s). Se reciben como otro lugar; si es el mismo, retire el lote en que venía de otra manera.',
    count(*), ${IN_ITS_LINES}) as notice
  from placements.facility f
  where f.batch_id = $1 and f.line is not null and f.same_as is null and exists (
    select from placements.facility x
    where x.state = f.state and x.id <> f.id and x.same_as is distinct from f.id and (x.key = f.key or x.name_key = f.name_key and (x.key is null or f.key is null)))
  having count(*) > 0`

/** A list that is numbered anew doubles its places and what they hold; of a file that names both keys they are two. Homes are called alike. */
const UNDER_ANOTHER_KEY = `
  select format('Lugares nuevos que se llaman como uno de su tipo, entidad y municipio que se conoce con otra clave: %s (%s). Se reciben como otros y se cuentan aparte; si son los mismos, retire este lote y envíelo con la clave de antes o sin ella.',
    count(*), ${IN_ITS_LINES}) as notice
  from placements.facility f
  where f.batch_id = $1 and f.line is not null and f.same_as is null and ${kindOf('f')} <> 'FAMILY' and exists (
    select from placements.facility x
    where x.name_key = f.name_key and x.state = f.state and x.key <> f.key and x.same_as is null and ${kindOf('x')} = ${kindOf('f')}
      and ${isOneTown('x.municipality', 'f.municipality')} is not false and x.batch_id <> f.batch_id
      and not exists (select from placements.confirmation c where c.entity = 'facility' and c.entity_id = x.id and c.batch_id = $1))
    and not exists (select from placements.former_version v where v.entity = 'facility' and v.entity_id = f.id)
  having count(*) > 0`

export const LIKE_ANOTHER = `(${OF_ANOTHER_KIND}) union all (${UNDER_ANOTHER_KEY})`

/** A place told by its key alone, and one told by its name alone: nobody but the sender knows whether they are one. */
export const PERHAPS_TOLD_TWICE = `
  select format('Lugares nuevos que pueden ser uno ya conocido, y se cuentan aparte, pues de uno se sabe solo la clave y del otro solo el nombre: %s (%s). Si lo son, envíe un archivo que traiga su CLAVE y su NOMBRE, con --confirm, y como uno se cuentan.',
    count(*), ${IN_ITS_LINES}) as notice
  from placements.facility f
  where f.batch_id = $1 and f.line is not null and f.same_as is null and (f.key is null or ${isNameless('f')}) and exists (
    select from placements.facility x
    where x.state = f.state and x.id <> f.id and ${kindOf('x')} = ${kindOf('f')} and x.batch_id <> f.batch_id
      and x.same_as is null and case when f.key is null then ${isNameless('x')} else x.key is null end)
    and not exists (select from placements.former_version v where v.entity = 'facility' and v.entity_id = f.id)
  having count(*) > 0`

/**
 * SQL on `x`, a stay of the child and the entry that the row tells: whether its place is known as the row calls it, or was before a list
 * changed it. Whoever told the entry by that name or kind tells the exit by it too.
 */
export const IS_OR_WAS_CALLED_SO = `exists (
      select from (
        select f.* from placements.facility f where f.id = x.facility_id
        union all
        select k.* from placements.former_version v, jsonb_populate_record(null::placements.facility, v.former) k
        where v.entity = 'facility' and v.entity_id = x.facility_id) k
      where (k.name_key = s.name_key or s.name_key is null and k.key = s.key)
        and (s.state is null or k.state = s.state) and (s.type is null or ${kindOf('k')} = ${kindOf('s')}))`
