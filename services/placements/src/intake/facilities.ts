/** Lists of places where children are lodged or held, of whoever keeps one: DIF, INM, CNDH. */

import { code } from '@vigia/kit/intake/cells/codes'
import { day } from '@vigia/kit/intake/cells/days'
import { latitude, longitude, whole } from '@vigia/kit/intake/cells/numbers'
import { orBlank } from '@vigia/kit/intake/cells/reading'
import { named, words } from '@vigia/kit/intake/cells/texts'
import { CHILD_COLUMNS, MUNICIPALITY_KEY, municipalityKeyAfter } from '@vigia/kit/intake/columns'
import type { Column, Feed } from '@vigia/kit/intake/feed'
import { correct, record, staged, type Values } from '@vigia/kit/intake/sql'
import { whereSomeAreKnown } from '@vigia/kit/intake/step'
import { markOf } from '@vigia/kit/seal/blind-index'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { FACILITY_LIFECYCLES, REGISTRY_STATUSES } from '@vigia/law/facility-registry'
import { CLOSED_WITH_CHILDREN } from './closed-with-children.ts'
import { COUNTED_ELSEWHERE } from './counted-elsewhere.ts'
import { FACILITY_CHECKS } from './facility-checks.ts'
import { RECORD_COLUMNS, WRITE_RECORDS } from './facility-record.ts'
import { BY_LISTS, IS_OF_ITS_AUTHORITY } from './name-sign.ts'
import { DOUBTFUL_PLACE, KEY_OF_ANOTHER, LIKE_ANOTHER, PERHAPS_TOLD_TWICE, waitsForItsKey } from './namesakes.ts'
import { JOIN_PLACES } from './one-place.ts'
import { OPEN_AGAIN } from './open-again.ts'
import { keyColumn, nameColumn, OPERATOR_COLUMN, PLACE_OF_ROW, SIGN_OF_PLACE, STATE_COLUMN } from './place-columns.ts'
import { BOTH_COORDINATES, KEEP_KEYS_OF_PLACES, SEALED_OF_PLACES } from './sealed-places.ts'
import { KEEP_LISTING, SEEN_BEFORE, STAND_BY_LATE_LISTS, STANDING } from './standing.ts'
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
  { name: 'municipality', titles: ['MUNICIPIO', 'Mpio.', 'Municipio o alcaldía'], type: 'text', read: named(120) },
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
    read: orBlank(code(REGISTRY_STATUSES, 'situaciones de registro')),
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

const PLACE = `
  insert into placed (line, known, facility_id, is_doubtful, one_with)
  select s.line, place.id is not null, place.id, place.is_doubtful, place.one_with from staged s ${PLACE_OF_ROW}`

/** The same coordinates are the same place: nothing is told by that. */
const MARK = markOf('s.location_mark', "'place'")

const NAMED = staged('name', 'name_key', 'type', 'state')

const LISTED_FIRST: Values = {
  ...NAMED,
  registry_status: "coalesce(s.registry_status, 'UNKNOWN')",
  lifecycle: `coalesce(s.lifecycle, case when ${IS_OF_ITS_AUTHORITY} then 'ACKNOWLEDGED' else 'SIGHTED' end)`,
  ...staged('key', 'municipality', 'municipality_key', 'operator', 'run_by'),
  ...staged('capacity', 'carers', 'opened_on', 'closed_on'),
  sealed: 's.location_sealed',
  mark: MARK,
}

/** A municipality is of its state: of a place that is told to be in another one it is not known until somebody tells. */
const TOWN_AFTER = 'coalesce(s.municipality, case when s.state = f.state then f.municipality end)'

const LISTED_AGAIN: Values = {
  ...NAMED,
  ...STANDING,
  ...staged('key', 'operator', 'capacity', 'carers', 'registry_status', 'opened_on'),
  municipality: TOWN_AFTER,
  run_by: 'case when s.operator is null then f.run_by else s.run_by end',
  municipality_key: municipalityKeyAfter(
    'coalesce(s.municipality, f.municipality) is not distinct from f.municipality',
  ),
  sealed: 'coalesce(s.location_sealed, f.sealed)',
  mark: `coalesce(${MARK}, f.mark)`,
}

const BLANKS = {
  run_by: { told: 's.operator', kept: 'f.run_by' },
  registry_status: { told: 's.registry_status', kept: "nullif(f.registry_status, 'UNKNOWN')" },
  municipality: { told: 's.municipality', kept: TOWN_AFTER, sameAs: 's.state = f.state' },
  municipality_key: {
    ...{ told: 's.municipality_key', kept: LISTED_AGAIN['municipality_key'] ?? '' },
    sameAs: 's.state = f.state and (s.municipality <> f.municipality) is not true',
  },
  sealed: { told: 's.location_sealed', kept: 'f.sealed' },
  mark: { told: 's.location_sealed', kept: 'f.mark' },
}

export const feed: Feed = {
  service: 'placements',
  name: 'facilities',
  rowsAre: ['placements.facility'],
  findings: `(${LIKE_ANOTHER}) union all (${PERHAPS_TOLD_TWICE}) union all (${OPEN_AGAIN}) union all (${CLOSED_WITH_CHILDREN}) union all (${COUNTED_ELSEWHERE})`,
  layouts: [
    {
      name: 'facilities',
      columns,
      foreignTitles: OF_STAYS,
      derived: BOTH_COORDINATES,
      seals: SEALED_OF_PLACES,
      placed: { facility_id: 'uuid', is_doubtful: 'boolean', one_with: 'uuid' },
      place: [PLACE],
      checks: [...FACILITY_CHECKS, DOUBTFUL_PLACE('NOMBRE'), KEY_OF_ANOTHER('NOMBRE')],
      waits: [waitsForItsKey('p.facility_id is null')],
      key: [`coalesce(p.facility_id::text, ${SIGN_OF_PLACE})`],
      writes: [
        ...JOIN_PLACES,
        record('placements.facility', LISTED_FIRST),
        KEEP_LISTING,
        STAND_BY_LATE_LISTS,
        ...correct(
          'placements.facility',
          { placed: 'facility_id', blanks: BLANKS, toldBy: BY_LISTS },
          LISTED_AGAIN,
          LISTED_FIRST,
        ),
        ...WRITE_RECORDS,
        KEEP_KEYS_OF_PLACES,
        whereSomeAreKnown(SEEN_BEFORE),
      ],
    },
  ],
}
