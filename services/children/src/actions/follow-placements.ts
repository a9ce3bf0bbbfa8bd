/** Keeps the pictures that children has of placements: who is lodged now, in a place of which state, and the DIF's files. */
import type { Follower } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'
import type { PoolClient } from 'pg'

const OPEN_STAYS: Picture = {
  table: 'children.stay_ref',
  of: 'placements',
  entity: 'stay',
  key: 'stay_id',
  columns: { child_id: ['child_id', 'uuid'], facility_id: ['facility_id', 'uuid'] },
  onlyWithout: 'left_at',
}

/** The number of the DIF's own file, in the state of the place (place_ref). */
const DIF_FILES: Picture = {
  table: 'children.identifier_ref',
  of: 'placements',
  entity: 'stay',
  key: 'identifier_id',
  columns: { child_id: ['child_id', 'uuid'], value: ['dif_file', 'text'], facility_id: ['facility_id', 'uuid'] },
  always: { type: 'DIF_FILE', issuer: 'DIF' },
  onlyWith: 'dif_file',
}

export const followPlacements: Follower = {
  follows: 'placements',
  async apply(client, after, upto) {
    const changed = [
      ...(await bringUpToDate(client, OPEN_STAYS, after, upto)),
      ...(await keepPlaces(client, after, upto)),
    ]
    await bringUpToDate(client, DIF_FILES, after, upto)
    if (changed.length > 0) await client.query('select children.refresh_sight($1::uuid[])', [changed])
  },
}

/** Gives the children who are in a place that turns out to be elsewhere. */
async function keepPlaces(client: PoolClient, after: number, upto: number): Promise<string[]> {
  const { rows } = await client.query<{ child_id: string }>(KEEP_PLACES, [after, upto])
  return rows.map(({ child_id }) => child_id)
}

/** A place that is withdrawn has no stay any more. */
const KEEP_PLACES = `
  with moved as (
    insert into children.place_ref as r (facility_id, state)
    select distinct on (entity_id) entity_id, payload ->> 'state' from outbox.event
    where seq > $1 and seq <= $2 and source = 'placements' and type in ('facility.recorded', 'facility.corrected')
    order by entity_id, seq desc
    on conflict (facility_id) do update set state = excluded.state where r.state <> excluded.state
    returning facility_id
  )
  select distinct child_id from moved join children.stay_ref using (facility_id)`
