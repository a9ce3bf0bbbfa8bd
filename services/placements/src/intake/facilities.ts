/** Lists of places where children are lodged or held, of whoever keeps one: DIF, INM, CNDH. */

import { code } from '@vigia/kit/intake/cells/codes'
import { day } from '@vigia/kit/intake/cells/days'
import { latitude, longitude, whole } from '@vigia/kit/intake/cells/numbers'
import { words } from '@vigia/kit/intake/cells/texts'
import {
  CHILD_COLUMNS,
  MUNICIPALITY_KEY,
  MUNICIPALITY_OF_ITS_STATE,
  municipalityKeyAfter,
} from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { OF_ANOTHER_STATE } from '@vigia/kit/intake/of-one-state'
import { correct, isNotLate, record, staged, type Values } from '@vigia/kit/intake/sql'
import { markOf } from '@vigia/kit/seal/blind-index'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { FACILITY_LIFECYCLES, REGISTRY_STATUSES } from '@vigia/law/facility-registry'
import { RECORD_COLUMNS, WRITE_RECORDS } from './facility-record.ts'
import { keyColumn, nameColumn, OPERATOR_COLUMN, placeOfRow, SIGN_OF_PLACE, STATE_COLUMN } from './place-columns.ts'
import { BOTH_COORDINATES, KEEP_KEYS_OF_PLACES, SEALED_OF_PLACES } from './sealed-places.ts'
import { SPAN_COLUMNS } from './stay-columns.ts'

const columns: readonly Column[] = [
  keyColumn('CLAVE', 'Clave del lugar', 'Clave única', 'ID'),
  { ...nameColumn('NOMBRE', 'Nombre del lugar', 'Nombre del centro', 'Denominación'), required: true },
  {
    name: 'type',
    titles: ['TIPO', 'Tipo de lugar', 'Tipo de centro'],
    type: 'text',
    read: code(FACILITY_TYPES, 'tipos de lugar'),
    required: true,
  },
  { ...STATE_COLUMN, required: true },
  { name: 'municipality', titles: ['MUNICIPIO', 'Mpio.', 'Municipio o alcaldía'], type: 'text', read: words(120) },
  MUNICIPALITY_KEY,
  OPERATOR_COLUMN,
  {
    name: 'capacity',
    titles: ['CAPACIDAD', 'Plazas', 'Lugares', 'Capacidad instalada'],
    type: 'int',
    read: whole(0, 20_000),
  },
  {
    ...{ name: 'carers', type: 'int', read: whole(0, 5_000), isSeldom: true },
    titles: ['PERSONAS DE ATENCIÓN', 'Personal de atención', 'Cuidadoras y cuidadores'],
  },
  {
    name: 'registry_status',
    titles: ['SITUACIÓN DE REGISTRO', 'Registro', 'Situación registral'],
    type: 'text',
    read: code(REGISTRY_STATUSES, 'situaciones de registro'),
  },
  {
    name: 'lifecycle',
    titles: ['CICLO', 'Situación', 'Estatus'],
    type: 'text',
    read: code(FACILITY_LIFECYCLES, 'ciclos'),
  },
  { name: 'opened_on', titles: ['APERTURA', 'Fecha de apertura', 'Inicio de operaciones'], type: 'date', read: day },
  { name: 'closed_on', titles: ['CIERRE', 'Fecha de cierre'], type: 'date', read: day },
  { name: 'latitude', titles: ['LATITUD', 'Lat.'], type: 'float8', read: latitude, isSealed: true },
  { name: 'longitude', titles: ['LONGITUD', 'Long.', 'Lon.'], type: 'float8', read: longitude, isSealed: true },
  {
    ...{ name: 'abroad_because', type: 'text', read: words(200), isSealed: true, isSeldom: true },
    titles: ['MOTIVO FUERA DE MÉXICO', 'Motivo de ubicación en el extranjero'],
  },
  ...RECORD_COLUMNS,
]

/** A list of places names no child, and nobody's entry: a file of stays has all that a list must have, too. */
const OF_STAYS = [...CHILD_COLUMNS, ...SPAN_COLUMNS].flatMap(({ titles }) => titles)

/** SQL: the letters of a municipality's name, whatever the locale of the database. */
const lettersOf = (name: string) =>
  `translate(${name}, 'abcdefghijklmnopqrstuvwxyzáéíóúüñÁÉÍÓÚÜÑ .', 'ABCDEFGHIJKLMNOPQRSTUVWXYZAEIOUUNAEIOUUN')`

/** One may have a longer name: Tapachula, Tapachula de Córdova y Ordóñez. Where either is not told, it may be the same. */
const IS_IN_ITS_TOWN = `coalesce(starts_with(${lettersOf('x.municipality')}, ${lettersOf('s.municipality')})
        or starts_with(${lettersOf('s.municipality')}, ${lettersOf('x.municipality')}), true)`

const PLACE = `
  insert into placed (line, known, facility_id)
  select s.line, place.id is not null, place.id from staged s ${placeOfRow(IS_IN_ITS_TOWN)}`

const CHECKS = [
  MUNICIPALITY_OF_ITS_STATE,
  `insert into refusal
   select s.line, 'ENTIDAD', s.state, 'El lugar ${OF_ANOTHER_STATE}'
   from the_batch b, staged s join placed p using (line) left join placements.facility f on f.id = p.facility_id
   where b.state is not null and (s.state <> b.state or f.state <> b.state)`,
  `insert into refusal
   select line, 'CIERRE', to_char(closed_on, 'DD/MM/YYYY'), 'El cierre es anterior a la apertura.'
   from staged where closed_on < opened_on`,
  // One day given alone, against the other that is known.
  `insert into refusal
   select s.line, case when s.closed_on is null then 'APERTURA' else 'CIERRE' end,
     to_char(coalesce(s.closed_on, s.opened_on), 'DD/MM/YYYY'),
     case when s.closed_on is null then 'La apertura es posterior al cierre que se conoce: ' || to_char(f.closed_on, 'DD/MM/YYYY')
       else 'El cierre es anterior a la apertura que se conoce: ' || to_char(f.opened_on, 'DD/MM/YYYY') end || '.'
   from placed p join staged s using (line) join placements.facility f on f.id = p.facility_id, the_batch b
   where (s.closed_on is null) <> (s.opened_on is null)
     and coalesce(s.closed_on, f.closed_on) < coalesce(s.opened_on, f.opened_on) and ${isNotLate('placements.facility')}`,
]

/** It may be the same place, with a type or a municipality that somebody mistook: its sender can tell. */
const LIKE_ANOTHER = `
  select format('Se llaman como otro lugar de su entidad, de otro tipo o municipio: %s (%s). Se reciben como otro lugar; si es el mismo, retire el lote en que venía de otra manera.',
    count(*), case count(*) when 1 then 'renglón ' else 'renglones ' end || string_agg(f.line::text, ', ' order by f.line)) as notice
  from placements.facility f
  where f.batch_id = $1 and f.line is not null and exists (
    select from placements.facility x
    where x.name_key = f.name_key and x.state = f.state and x.id <> f.id and (x.key is null or f.key is null))
  having count(*) > 0`

/** The same coordinates are the same place: nothing is told by that. */
const MARK = markOf('s.location_mark', "'place'")

const NAMED = staged('name', 'name_key', 'type', 'state')

/** A place of which its own list says nothing more is acknowledged; one that somebody else lists is sighted. */
const IS_OF_ITS_AUTHORITY = "b.source in ('INM', 'SNDIF', 'DIF')"

const LISTED_FIRST: Values = {
  ...NAMED,
  registry_status: "coalesce(s.registry_status, 'UNKNOWN')",
  lifecycle: `coalesce(s.lifecycle, case when ${IS_OF_ITS_AUTHORITY} then 'ACKNOWLEDGED' else 'SIGHTED' end)`,
  ...staged('key', 'municipality', 'municipality_key', 'operator', 'run_by'),
  ...staged('capacity', 'carers', 'opened_on', 'closed_on'),
  sealed: 's.location_sealed',
  mark: MARK,
}

/** What a list leaves blank was not taken back by it. */
const orAsBefore = (...names: string[]): Values =>
  Object.fromEntries(names.map((name) => [name, `coalesce(s.${name}, f.${name})`]))

const LISTED_AGAIN: Values = {
  ...NAMED,
  lifecycle: `coalesce(s.lifecycle, case when f.lifecycle in ('SIGHTED', 'CORROBORATED') and ${IS_OF_ITS_AUTHORITY}
    then 'ACKNOWLEDGED' else f.lifecycle end)`,
  ...orAsBefore('key', 'municipality', 'operator', 'capacity', 'carers', 'registry_status', 'opened_on', 'closed_on'),
  run_by: 'case when s.operator is null then f.run_by else s.run_by end',
  municipality_key: municipalityKeyAfter(
    'coalesce(s.municipality, f.municipality) is not distinct from f.municipality',
  ),
  sealed: 'coalesce(s.location_sealed, f.sealed)',
  mark: `coalesce(${MARK}, f.mark)`,
}

export const feed: Feed = {
  service: 'placements',
  name: 'facilities',
  findings: LIKE_ANOTHER,
  layouts: [
    {
      name: 'facilities',
      columns,
      foreignTitles: OF_STAYS,
      derived: BOTH_COORDINATES,
      seals: SEALED_OF_PLACES,
      placed: { facility_id: 'uuid' },
      place: [PLACE],
      checks: CHECKS,
      key: [`coalesce(p.facility_id::text, ${SIGN_OF_PLACE})`],
      writes: [
        record('placements.facility', LISTED_FIRST),
        ...correct('placements.facility', { placed: 'facility_id' }, LISTED_AGAIN, LISTED_FIRST),
        ...WRITE_RECORDS,
        KEEP_KEYS_OF_PLACES,
      ],
    },
  ],
}
