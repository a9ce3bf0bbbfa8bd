/** Reads what became of cases and plans: measures one by one, days of follow-up. One instance a request. */
import type { FollowUp, PlanMeasure, RepresentationDb } from '@vigia/db/representation'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'

export class FollowUpStore {
  readonly measuresOf
  readonly followUpsOf

  constructor({ prisma }: RepresentationDb) {
    this.measuresOf = batchManyById<string, PlanMeasure>(
      (ids) =>
        prisma.planMeasure.findMany({
          where: { planId: { in: [...ids] } },
          orderBy: [{ planId: 'asc' }, { id: 'asc' }],
        }),
      ({ planId }) => planId,
    )
    this.followUpsOf = batchManyById<string, FollowUp>(
      (ids) => prisma.followUp.findMany({ where: { caseId: { in: [...ids] } }, orderBy: [{ followedOn: 'desc' }] }),
      ({ caseId }) => caseId,
    )
  }
}
