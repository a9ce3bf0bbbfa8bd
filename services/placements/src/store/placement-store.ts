/** Reads the stays of children. One instance a request: what is asked one by one is fetched together. */
import type { PlacementsDb, Stay, UrgentMeasure } from '@vigia/db/placements'
import type { Actor } from '@vigia/kit/actor'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'

/** The children that an actor of some states may know of, by the picture of children. */
const IN_SIGHT = 'select child_id from placements.child_ref where child_id = any ($1::uuid[]) and state = any ($2)'

export class PlacementStore {
  /** The stays of a child, the latest first. None for a child that the actor may not know of. */
  readonly ofChild
  readonly measuresOf

  constructor({ prisma, pool }: PlacementsDb, { states }: Actor) {
    const inSight = async (ids: readonly string[]) => {
      if (states === null) return [...ids]
      const { rows } = await pool.query<{ child_id: string }>(IN_SIGHT, [ids, states])
      return rows.map(({ child_id }) => child_id)
    }
    this.ofChild = batchManyById<string, Stay>(
      async (ids) =>
        prisma.stay.findMany({
          where: { childId: { in: await inSight(ids) } },
          orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
        }),
      ({ childId }) => childId,
    )
    this.measuresOf = batchManyById<string, UrgentMeasure>(
      (ids) =>
        prisma.urgentMeasure.findMany({
          where: { stayId: { in: [...ids] } },
          orderBy: [{ orderedAt: 'desc' }, { id: 'desc' }],
        }),
      ({ stayId }) => stayId,
    )
  }
}
