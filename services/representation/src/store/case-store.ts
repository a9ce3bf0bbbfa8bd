/** Reads the files of the Procuradurías. One instance a request: what is asked one by one is fetched together. */
import type {
  CounselRequest,
  Determination,
  ProtectionCase,
  Representation,
  RepresentationDb,
  RestitutionPlan,
} from '@vigia/db/representation'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'
import type { Seeing } from '@vigia/kit/graph/in-sight'

export class CaseStore {
  readonly ofChild
  readonly representationsOf
  readonly counselRequestsOf
  readonly determinationsOf
  readonly plansOf

  constructor({ prisma }: RepresentationDb, inSight: Seeing) {
    const ofChildren = async (ids: readonly string[]) => ({ childId: { in: await inSight(ids) } })
    this.ofChild = batchManyById<string, ProtectionCase>(
      async (ids) => prisma.protectionCase.findMany({ where: await ofChildren(ids) }),
      ({ childId }) => childId,
    )
    this.representationsOf = batchManyById<string, Representation>(
      async (ids) =>
        prisma.representation.findMany({
          where: await ofChildren(ids),
          orderBy: [{ startedOn: 'desc' }, { id: 'desc' }],
        }),
      ({ childId }) => childId,
    )
    this.counselRequestsOf = batchManyById<string, CounselRequest>(
      async (ids) =>
        prisma.counselRequest.findMany({
          where: await ofChildren(ids),
          orderBy: [{ requestedOn: 'desc' }, { id: 'desc' }],
        }),
      ({ childId }) => childId,
    )
    this.determinationsOf = batchManyById<string, Determination>(
      (ids) =>
        prisma.determination.findMany({
          where: { caseId: { in: [...ids] } },
          orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
        }),
      ({ caseId }) => caseId,
    )
    this.plansOf = batchManyById<string, RestitutionPlan>(
      (ids) =>
        prisma.restitutionPlan.findMany({
          where: { caseId: { in: [...ids] } },
          orderBy: [{ issuedOn: 'desc' }, { id: 'desc' }],
        }),
      ({ caseId }) => caseId,
    )
  }
}
