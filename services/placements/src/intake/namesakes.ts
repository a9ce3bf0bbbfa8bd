/** Places of one name, or of one key, in one state: which are one, and what their sender is told of those that are not. */

import { kindOf, NAME_SIGN } from './name-sign.ts'

/** SQL: the letters of a municipality's name, whatever the locale of the database. */
const lettersOf = (name: string) =>
  `translate(${name}, 'abcdefghijklmnopqrstuvwxyzáéíóúüñÁÉÍÓÚÜÑ .', 'ABCDEFGHIJKLMNOPQRSTUVWXYZAEIOUUNAEIOUUN')`

/** One may have a longer name: Tapachula, Tapachula de Córdova y Ordóñez. Null where either is not told: it may be the same. */
export const IS_IN_ITS_TOWN = `(starts_with(${lettersOf('x.municipality')}, ${lettersOf('s.municipality')})
        or starts_with(${lettersOf('s.municipality')}, ${lettersOf('x.municipality')}))`

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

/** SQL: nobody has told its name yet. */
const isNameless = (row: 'x' | 'f') => `(${row}.key = ${row}.name and ${row}.name_key = ${row}.key)`

/**
 * Numbers of the rows of a list that are taken for keys go over to other places with the next list. Of two places of INM's its key says which.
 * Where one of both is known by its key alone they may well be one, of which children were told twice: that is its sender's to mend.
 */
export const KEY_OF_ANOTHER = (title: string): string => `
  insert into refusal
  select s.line, '${title}', s.name, case when ${isNameless('f')}
    then 'La clave es la de un lugar del que no se ha dicho el nombre, y el nombre, el de otro lugar de la entidad. Si son uno, retire el lote que trajo el de la clave, envíe este, y después aquel otra vez.'
    else 'La clave es la de «' || f.name || '», y el nombre, el de otro lugar de la entidad. Si los números de un envío a otro cambian de lugar no son claves: envíelo sin ellos.' end
  from placed p join staged s using (line) join placements.facility f on f.id = p.facility_id, the_batch b
  where b.source <> 'INM' and f.key = s.key and f.name_key <> s.name_key and exists (
    select from placements.facility x
    where x.name_key = s.name_key and x.state = f.state and x.id <> f.id and ${kindOf('x')} = ${kindOf('f')} and ${IS_IN_ITS_TOWN} is not false)`

/** It may be the same place, with a type or a municipality that somebody mistook: its sender can tell. */
export const LIKE_ANOTHER = `
  select format('Tienen el nombre o la clave de otro lugar de su entidad, de otro tipo o municipio: %s (%s). Se reciben como otro lugar; si es el mismo, retire el lote en que venía de otra manera.',
    count(*), case count(*) when 1 then 'renglón ' else 'renglones ' end || string_agg(f.line::text, ', ' order by f.line)) as notice
  from placements.facility f
  where f.batch_id = $1 and f.line is not null and exists (
    select from placements.facility x
    where x.state = f.state and x.id <> f.id and (x.key = f.key or x.name_key = f.name_key and (x.key is null or f.key is null)))
  having count(*) > 0`

/** A place told by its key alone, and one told by its name alone: nobody but the sender knows whether they are one. */
export const PERHAPS_TOLD_TWICE = `
  select format('Lugares nuevos que pueden ser uno ya conocido, y se cuentan aparte, pues de uno se sabe solo la clave y del otro solo el nombre: %s (%s). Si lo son, retire este lote, envíe una lista con la CLAVE y el NOMBRE, y después este archivo otra vez.',
    count(*), case count(*) when 1 then 'renglón ' else 'renglones ' end || string_agg(f.line::text, ', ' order by f.line)) as notice
  from placements.facility f
  where f.batch_id = $1 and f.line is not null and (f.key is null or ${isNameless('f')}) and exists (
    select from placements.facility x
    where x.state = f.state and x.id <> f.id and ${kindOf('x')} = ${kindOf('f')} and x.batch_id <> f.batch_id
      and case when f.key is null then ${isNameless('x')} else x.key is null end)
    and not exists (select from placements.former_version v where v.entity = 'facility' and v.entity_id = f.id)
  having count(*) > 0`
