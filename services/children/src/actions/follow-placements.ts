/** Keeps the pictures that children has of placements: who is or was lately in a place of which state, and the DIF's files. */
import type { Follower } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'
import { keepStays } from '@vigia/kit/picture-of-children'

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
  async apply(client, stretch) {
    const changed = await keepStays(client, 'children', stretch)
    await bringUpToDate(client, DIF_FILES, stretch)
    if (changed.length > 0) await client.query('select children.refresh_sight($1::uuid[])', [changed])
  },
}
