/** Places of one name, or of one key, in one state: which are one, and what their sender is told of those that are not. */

/** SQL: the letters of a municipality's name, whatever the locale of the database. */
const lettersOf = (name: string) =>
  `translate(${name}, 'abcdefghijklmnopqrstuvwxyzáéíóúüñÁÉÍÓÚÜÑ .', 'ABCDEFGHIJKLMNOPQRSTUVWXYZAEIOUUNAEIOUUN')`

/** One may have a longer name: Tapachula, Tapachula de Córdova y Ordóñez. Where either is not told, it may be the same. */
export const IS_IN_ITS_TOWN = `coalesce(starts_with(${lettersOf('x.municipality')}, ${lettersOf('s.municipality')})
        or starts_with(${lettersOf('s.municipality')}, ${lettersOf('x.municipality')}), true)`

/** It may be the same place, with a type or a municipality that somebody mistook: its sender can tell. */
export const LIKE_ANOTHER = `
  select format('Tienen el nombre o la clave de otro lugar de su entidad, de otro tipo o municipio: %s (%s). Se reciben como otro lugar; si es el mismo, retire el lote en que venía de otra manera.',
    count(*), case count(*) when 1 then 'renglón ' else 'renglones ' end || string_agg(f.line::text, ', ' order by f.line)) as notice
  from placements.facility f
  where f.batch_id = $1 and f.line is not null and exists (
    select from placements.facility x
    where x.state = f.state and x.id <> f.id and (x.key = f.key or x.name_key = f.name_key and (x.key is null or f.key is null)))
  having count(*) > 0`
