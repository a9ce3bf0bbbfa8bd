/** Reads the files of the Procuradurías. One instance a request: what is asked one by one is fetched together. */
import type {
  CounselRequest,
  Determination,
  ProtectionCase,
  Representation,
  RepresentationDb,
  RestitutionPlan,
} from '@vigia/db/representation'
import type { Actor } from '@vigia/kit/actor'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'

/** The children that an actor of some states may know of, by the picture of children. */
const IN_SIGHT = 'select child_id from representation.child_ref where child_id = any ($1::uuid[]) and state = any ($2)'

export class CaseStore {
  readonly ofChild
  readonly representationsOf
  readonly counselRequestsOf
  readonly determinationsOf
  readonly plansOf

  constructor({ prisma, pool }: RepresentationDb, { states }: Actor) {
    const ofChildren = async (ids: readonly string[]) => {
      if (states === null) return { childId: { in: [...ids] } }
      const { rows } = await pool.query<{ child_id: string }>(IN_SIGHT, [ids, states])
      return { childId: { in: rows.map(({ child_id }) => child_id) } }
    }
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
