/** Where a place lies goes into the database sealed: its coordinates, and its door. */
import type { DerivedOfRow } from '@vigia/kit/intake/feed'
import { batchOnce } from '@vigia/kit/intake/sql'
import type { SealedCells } from '@vigia/kit/seal/row-sealer'

export const SEALED_OF_PLACES: readonly SealedCells[] = [
  { name: 'location', place: 'placements.facility', of: ['latitude', 'longitude'], isMarked: true },
  { name: 'record', place: 'placements.facility_record', of: ['address'], isMarked: true },
]

/** Looked at while the row is read: in the database neither can be seen. */
export const BOTH_COORDINATES: DerivedOfRow = {
  columns: [],
  read(cell) {
    const [latitude, longitude] = [cell('latitude'), cell('longitude')]
    if ((latitude === null) === (longitude === null)) return []
    const column = latitude === null ? 'LATITUD' : 'LONGITUD'
    return { column, value: '', reason: 'Falta una de las dos coordenadas.' }
  },
}

/** Of rows that wrote a place or its record, and of no other. */
export const KEEP_KEYS_OF_PLACES = batchOnce(`
  insert into placements.data_key (id, facility_id, wrapped)
  select s.data_key, w.facility_id, s.wrapped_key from staged s cross join lateral (
    select f.id as facility_id from placements.facility f where f.batch_id = b.id and f.line = s.line
    union select r.facility_id from placements.facility_record r where r.batch_id = b.id and r.line = s.line limit 1) w, the_batch b
  where s.data_key is not null`)
