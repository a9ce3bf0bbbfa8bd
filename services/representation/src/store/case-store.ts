/**
 * Reads the files of the Procuradurías. One instance a request: what is asked one by one is fetched together. For who oversees one side,
 * acts of others are among them, by their existence and days.
 */
import type { ProtectionCase, RepresentationDb } from '@vigia/db/representation'
import type { WithOthers } from '@vigia/kit/competence/others'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'
import type { Seeing } from '@vigia/kit/graph/in-sight'

export class CaseStore {
  readonly ofChild
  readonly representationsOf
  readonly counselRequestsOf
  readonly determinationsOf
  readonly plansOf

  constructor({ prisma }: RepresentationDb, inSight: Seeing, withOthers: WithOthers) {
    this.ofChild = batchManyById<string, ProtectionCase>(
      async (ids) => {
        const keys = await inSight(ids)
        const asked = { acts: 'representation.protection_case', by: 'childId', keys } as const
        const whole = prisma.protectionCase.findMany({ where: { childId: { in: keys } } })
        return withOthers(whole, { ...asked, at: ({ openedAt }) => openedAt })
      },
      ({ childId }) => childId,
    )
    this.representationsOf = representationsIn(prisma, inSight, withOthers)
    this.counselRequestsOf = counselRequestsIn(prisma, inSight, withOthers)
    this.determinationsOf = determinationsIn(prisma, withOthers)
    this.plansOf = plansIn(prisma, withOthers)
  }
}

type Prisma = RepresentationDb['prisma']

const representationsIn = (prisma: Prisma, inSight: Seeing, withOthers: WithOthers) =>
  batchManyById(
    async (ids: readonly string[]) => {
      const keys = await inSight(ids)
      const asked = { acts: 'representation.representation', by: 'childId', keys } as const
      const order = [{ startedOn: 'desc' as const }, { id: 'desc' as const }]
      const whole = prisma.representation.findMany({ where: { childId: { in: keys } }, orderBy: order })
      return withOthers(whole, { ...asked, at: ({ startedOn }) => startedOn })
    },
    ({ childId }) => childId,
  )

const counselRequestsIn = (prisma: Prisma, inSight: Seeing, withOthers: WithOthers) =>
  batchManyById(
    async (ids: readonly string[]) => {
      const keys = await inSight(ids)
      const asked = { acts: 'representation.counsel_request', by: 'childId', keys } as const
      const order = [{ requestedOn: 'desc' as const }, { id: 'desc' as const }]
      const whole = prisma.counselRequest.findMany({ where: { childId: { in: keys } }, orderBy: order })
      return withOthers(whole, { ...asked, at: ({ requestedOn }) => requestedOn })
    },
    ({ childId }) => childId,
  )

const determinationsIn = (prisma: Prisma, withOthers: WithOthers) =>
  batchManyById(
    (keys: readonly string[]) => {
      const asked = { acts: 'representation.determination', by: 'caseId', keys } as const
      const order = [{ decidedAt: 'desc' as const }, { id: 'desc' as const }]
      const whole = prisma.determination.findMany({ where: { caseId: { in: [...keys] } }, orderBy: order })
      return withOthers(whole, { ...asked, at: ({ decidedAt }) => decidedAt })
    },
    ({ caseId }) => caseId,
  )

const plansIn = (prisma: Prisma, withOthers: WithOthers) =>
  batchManyById(
    (keys: readonly string[]) => {
      const asked = { acts: 'representation.restitution_plan', by: 'caseId', keys } as const
      const order = [{ issuedOn: 'desc' as const }, { id: 'desc' as const }]
      const whole = prisma.restitutionPlan.findMany({ where: { caseId: { in: [...keys] } }, orderBy: order })
      return withOthers(whole, { ...asked, at: ({ issuedOn }) => issuedOn })
    },
    ({ caseId }) => caseId,
  )
