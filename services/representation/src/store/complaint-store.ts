/** Reads complaints about children. One instance a request. */
import type { Complaint, RepresentationDb } from '@vigia/db/representation'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'
import type { Seeing } from '@vigia/kit/graph/in-sight'

export class ComplaintStore {
  readonly ofChild

  constructor({ prisma }: RepresentationDb, inSight: Seeing) {
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
