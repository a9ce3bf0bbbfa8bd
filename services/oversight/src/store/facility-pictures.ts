/** What oversight knows of many places at once, as rules of alerts read it: one statement, whatever their number. */
import type { PoolClient } from 'pg'
import type { FacilityPicture, Infant } from '../engine/facility.ts'

interface Row extends Omit<FacilityPicture, 'lastExit' | 'infants'> {
  infants: (Omit<Infant, 'at'> & { at: string })[]
  exitId: string | null
  exitAt: Date | null
}

/**
 * Who is there now, and who left last: one look into the index each, however many ever were there. A child is one year old 17 years
 * before it is of age: one born on 29 February, of whom two days could be meant, on the earlier. Of an unknown age is none. DIF is
 * silent where the alert of it says so (frozen-by.ts).
 */
const FACILITIES = `
  select p.facility_id as id, p.state, p.type, p.capacity, p.carers,
    coalesce(p.registry_status, 'UNKNOWN') as "registryStatus", coalesce(p.lifecycle, 'ACKNOWLEDGED') as lifecycle,
    array(select f.at from oversight.path_fact f
          where f.facility_id = p.facility_id and f.until is null and f.entity = 'stay' order by f.at) as entries,
    case when p.carers is null then '[]' else (
      select coalesce(jsonb_agg(jsonb_build_object('at', f.at, 'turnsOneOn', (c.turns18_on - interval '17 years')::date)
        order by f.at, f.entity_id), '[]')
      from oversight.path_fact f join oversight.child_ref c on c.child_id = f.child_id
      where f.facility_id = p.facility_id and f.until is null and f.entity = 'stay'
        and (c.turns18_on - interval '17 years')::date > outbox.mx_date(f.at)) end as infants,
    gone.entity_id as "exitId", gone.until as "exitAt", silence.reached_at as "silentSince"
  from oversight.facility_ref p
  left join lateral (
    select f.entity_id, f.until from oversight.path_fact f
    where f.facility_id = p.facility_id and f.until is not null and f.entity = 'stay' order by f.until desc limit 1) gone on true
  left join oversight.alert silence on silence.about = 'STATE' and silence.owner = p.state and silence.kind = 'OFFICE_SILENT'
    and silence.subject = 'placements/stays/DIF/' || p.state and silence.severity = 'CRITICAL' and silence.resolved_at is null
  where p.facility_id = any ($1::uuid[]) and p.type is not null`

/** By their id; no entry for a place that is not known, or not any more. */
export async function facilityPictures(
  client: PoolClient,
  ids: readonly string[],
): Promise<Map<string, FacilityPicture>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<Row>({ name: 'alert-facilities', text: FACILITIES, values: [ids] })
  return new Map(
    rows.map(({ exitId, exitAt, infants, ...facility }) => {
      const lastExit = exitId && exitAt ? { fact: 'stay', id: exitId, at: exitAt } : null
      return [facility.id, { ...facility, infants: infants.map((one) => ({ ...one, at: new Date(one.at) })), lastExit }]
    }),
  )
}
