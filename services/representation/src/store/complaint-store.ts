/** Reads complaints about children. One instance a request. */
import type { Complaint, RepresentationDb } from '@vigia/db/representation'
import type { Actor } from '@vigia/kit/actor'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'
import { childrenInSight } from '@vigia/kit/graph/in-sight'

export class ComplaintStore {
  readonly ofChild

  constructor({ prisma, rows: pool }: RepresentationDb, actor: Actor) {
    const inSight = childrenInSight(pool, 'representation', actor)
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
