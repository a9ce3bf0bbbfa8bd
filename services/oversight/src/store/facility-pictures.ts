/** What oversight knows of many places at once, as rules of alerts read it: one statement, whatever their number. */
import type { PoolClient } from 'pg'
import type { FacilityPicture } from '../engine/facility.ts'

interface Row extends Omit<FacilityPicture, 'lastExit'> {
  exitId: string | null
  exitAt: Date | null
}

/** Who is there now, and who left last: one look into the index each, however many ever were there. */
const FACILITIES = `
  select p.facility_id as id, p.state, p.type, p.capacity, coalesce(p.lifecycle, 'ACKNOWLEDGED') as lifecycle,
    array(select f.at from oversight.path_fact f
          where f.facility_id = p.facility_id and f.until is null and f.entity = 'stay' order by f.at) as entries,
    gone.entity_id as "exitId", gone.until as "exitAt"
  from oversight.facility_ref p
  left join lateral (
    select f.entity_id, f.until from oversight.path_fact f
    where f.facility_id = p.facility_id and f.until is not null and f.entity = 'stay' order by f.until desc limit 1) gone on true
  where p.facility_id = any ($1::uuid[]) and p.type is not null`

/** By their id; no entry for a place that is not known, or not any more. */
export async function facilityPictures(
  client: PoolClient,
  ids: readonly string[],
): Promise<Map<string, FacilityPicture>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<Row>({ name: 'alert-facilities', text: FACILITIES, values: [ids] })
  return new Map(
    rows.map(({ exitId, exitAt, ...facility }) => {
      const lastExit = exitId && exitAt ? { fact: 'stay', id: exitId, at: exitAt } : null
      return [facility.id, { ...facility, lastExit }]
    }),
  )
}
