/** Reads complaints about children. One instance a request. */
import type { Complaint, RepresentationDb } from '@vigia/db/representation'
import type { Actor } from '@vigia/kit/actor'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'

/** The children that an actor of some states may know of, by the picture of children. */
const IN_SIGHT = 'select child_id from representation.child_ref where child_id = any ($1::uuid[]) and state = any ($2)'

export class ComplaintStore {
  readonly ofChild

  constructor({ prisma, pool }: RepresentationDb, { states }: Actor) {
    const inSight = async (ids: readonly string[]) => {
      if (states === null) return [...ids]
      const { rows } = await pool.query<{ child_id: string }>(IN_SIGHT, [ids, states])
      return rows.map(({ child_id }) => child_id)
    }
    this.ofChild = batchManyById<string, Complaint>(
      async (ids) =>
        prisma.complaint.findMany({
          where: { childId: { in: await inSight(ids) } },
          orderBy: [{ receivedOn: 'desc' }, { id: 'desc' }],
        }),
      ({ childId }) => childId,
    )
  }
}
