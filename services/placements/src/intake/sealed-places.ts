/** Where a place lies goes into the database sealed: its coordinates, and its door. */
import { outsideMexico } from '@vigia/kit/intake/cells/numbers'
import type { DerivedOfRow } from '@vigia/kit/intake/feed'
import { IS_LATE } from '@vigia/kit/intake/known/late'
import { batchOnce, isPlaced } from '@vigia/kit/intake/sql'
import { markOf } from '@vigia/kit/seal/blind-index'
import type { Cells, SealedCells } from '@vigia/kit/seal/row-sealer'
import { BY_LISTS } from './name-sign.ts'

/** Why a place lies outside Mexico goes with its coordinates, and is nothing without them. */
const LOCATION = ['latitude', 'longitude', 'abroad_because'] as const

export const SEALED_OF_PLACES: readonly SealedCells[] = [
  {
    ...{ name: 'location', place: 'placements.facility', of: LOCATION, holds: locationIn, isMarked: true },
    known: {
      isOf: `f.id = p.facility_id and ${isPlaced('f.id', 'facility_id')}`,
      mark: markOf('s.location_mark', "'place'"),
      while: ['latitude', 'longitude'],
      toldBy: BY_LISTS,
    },
  },
  { name: 'record', place: 'placements.facility_record', of: ['address'], isMarked: true },
]

function locationIn(cell: (name: string) => string | null): Cells | null {
  const [latitude, longitude, because] = LOCATION.map(cell)
  if (!latitude || !longitude) return null
  return { latitude, longitude, ...(because ? { abroad_because: because } : {}) }
}

const TITLES = { latitude: 'LATITUD', longitude: 'LONGITUD' } as const

/** Looked at while the row is read: in the database neither can be seen. */
export const BOTH_COORDINATES: DerivedOfRow = {
  columns: [],
  read(cell) {
    const [latitude, longitude] = [cell('latitude'), cell('longitude')]
    if (latitude === null && longitude === null) return []
    if (latitude === null || longitude === null) {
      const column = latitude === null ? TITLES.latitude : TITLES.longitude
      return { column, reason: 'Falta una de las dos coordenadas.' }
    }
    const outside = outsideMexico(latitude, longitude)
    if (outside === null || (cell('abroad_because') !== null && !outside.isSwapped)) return []
    return { column: TITLES[outside.axis], reason: outside.reason }
  },
}

/** Of rows that wrote a place or its record, late ones among them, and of no other. */
export const KEEP_KEYS_OF_PLACES = batchOnce(`
  insert into placements.data_key (id, facility_id, wrapped)
  select s.data_key, w.facility_id, s.wrapped_key from staged s cross join lateral (
    select f.id as facility_id from placements.facility f where f.batch_id = b.id and f.line = s.line
    union select r.facility_id from placements.facility_record r where r.batch_id = b.id and r.line = s.line
    union select p.facility_id from placed p where p.line = s.line and p.facility_id is not null and ${IS_LATE} limit 1) w, the_batch b
  where s.data_key is not null`)
