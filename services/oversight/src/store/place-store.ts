/** Whose a place is, for who oversees one side: where a child is or was is told of places of that side alone (_law/src/competence.ts). */
import type { Actor } from '@vigia/kit/actor'
import type { Competence } from '@vigia/kit/competence/others'
import { batchById } from '@vigia/kit/graph/batch-by-id'
import { MATRIX } from '@vigia/law/access-matrix'
import type { Side } from '@vigia/law/competence'
import type { Pool } from 'pg'

interface KnownPlace {
  id: string
  side: Side
  state: string
}

/** What says where a child is or was. */
interface Whereabouts {
  childId: string
  facilityId: string | null
}

const PLACES = 'select facility_id as id, side, state from oversight.facility_ref where facility_id = any ($1::uuid[])'

export class PlaceStore {
  readonly #actor
  readonly #byId

  constructor(pool: Pool, actor: Actor) {
    this.#actor = actor
    this.#byId = batchById<string, KnownPlace>(
      async (ids) => (await pool.query<KnownPlace>(PLACES, [ids])).rows,
      ({ id }) => id,
    )
  }

  /** Whether who may be there is not the asker's to know. */
  async isOfOthers(facilityId: string): Promise<boolean> {
    return (await this.ofOthers({ childId: '', facilityId })) !== null
  }

  /** Of silences those that may bear on this alert: by one of a single place of others the asker would learn that the child is there. */
  async mayBear<Placed extends { facilityId: string | null }>(
    { childId }: { childId: string | null },
    all: readonly Placed[],
  ): Promise<readonly Placed[]> {
    if (childId === null) return all
    const others = await Promise.all(all.map(({ facilityId }) => this.ofOthers({ childId, facilityId })))
    return all.filter((_one, at) => others[at] === null)
  }

  /** Null where the asker may know the place: it oversees who keeps it, or nobody at all, or there is none. A place that nobody knows is of others. */
  async ofOthers({ childId, facilityId }: Whereabouts): Promise<Competence | null> {
    const { role, states } = this.#actor
    const { oversees } = MATRIX[role]
    if (oversees === undefined || facilityId === null) return null
    const { side = 'UNKNOWN', state = null } = (await this.#byId.load(facilityId)) ?? {}
    const isOverseen = side === oversees && (side === 'FEDERAL' || states?.some((code) => code === state) === true)
    return isOverseen ? null : { childId, side, state: side === 'STATE' ? state : null }
  }
}
