/** Reads children and what belongs to them. One instance a request: what is asked one by one is fetched together. */
import type {
  AsylumClaim,
  Child,
  ChildrenDb,
  Detection,
  DetectionEvidence,
  MigrationDocument,
} from '@vigia/db/children'
import type { Actor } from '@vigia/kit/actor'
import { batchById, batchManyById } from '@vigia/kit/graph/batch-by-id'
import { type CellOpener, codesIn } from '@vigia/kit/seal/cell-opener'
import { type RiskAtPlace, riskIn } from '../rules/risk-at-place.ts'
import { childrenInSight } from './in-sight.ts'
import type { ListedChild } from './list-children.ts'
import { type ChildAsStub, stubsOf } from './stubs.ts'

/** Not the birth date: the login that answers cannot read it. Nor what is of another group than the rest. */
const TOLD = {
  id: true,
  folio: true,
  sex: true,
  ageGroup: true,
  nationality: true,
  accompaniment: true,
  state: true,
  firstDetectedAt: true,
} as const satisfies Record<keyof ListedChild, true>

/** Whence a child comes beside its nationality, and what it speaks: of the group of its identity, and looked up where it is asked. */
const ORIGIN = { id: true, countryOfBirth: true, countryOfResidence: true, language: true } as const
export type Origin = Pick<Child, keyof typeof ORIGIN>

interface Risk {
  causes: string[]
  transitConditions: string[]
  daysInTransit: number | null
  risks: RiskAtPlace[]
}

interface Evaluation {
  protectionNeed: boolean | null
  result: string | null
}

export class ChildStore {
  /** Null for a child that is not there, and for one that the actor may not know of. */
  readonly byId
  readonly originOf
  readonly detectionsOf
  readonly evidenceOf
  readonly documentsOf
  readonly claimsOf

  readonly #opener: CellOpener

  constructor({ prisma, rows }: ChildrenDb, actor: Actor, opener: CellOpener) {
    this.#opener = opener
    const inSight = childrenInSight(rows, actor)
    this.byId = batchById<string, ListedChild | ChildAsStub>(
      async (ids) => {
        const seen = await inSight(ids)
        const left = ids.filter((id) => !seen.includes(id))
        const found = prisma.child.findMany({ select: TOLD, where: { id: { in: seen } } })
        return [...(await found), ...(await stubsOf(rows, actor, left))]
      },
      ({ id }) => id,
    )
    this.originOf = batchById<string, Origin>(
      (ids) => prisma.child.findMany({ select: ORIGIN, where: { id: { in: [...ids] } } }),
      ({ id }) => id,
    )
    this.detectionsOf = batchManyById<string, Detection>(
      (ids) =>
        prisma.detection.findMany({
          where: { childId: { in: [...ids] } },
          orderBy: [{ detectedAt: 'desc' }, { id: 'desc' }],
        }),
      ({ childId }) => childId,
    )
    this.evidenceOf = batchById<string, DetectionEvidence>(
      (ids) => prisma.detectionEvidence.findMany({ where: { detectionId: { in: [...ids] } } }),
      ({ detectionId }) => detectionId,
    )
    this.documentsOf = batchManyById<string, MigrationDocument>(
      (ids) =>
        prisma.migrationDocument.findMany({
          where: { childId: { in: [...ids] } },
          orderBy: [{ grantedOn: 'desc' }, { id: 'desc' }],
        }),
      ({ childId }) => childId,
    )
    this.claimsOf = batchManyById<string, AsylumClaim>(
      (ids) =>
        prisma.asylumClaim.findMany({
          where: { childId: { in: [...ids] } },
          orderBy: [{ filedOn: 'desc' }, { id: 'desc' }],
        }),
      ({ childId }) => childId,
    )
  }

  /** What a detection tells of dangers; null where it was erased. */
  async riskOf({ childId: subject, sealed }: Detection): Promise<Risk | null> {
    const cells = await this.#opener.open('children.detection', { subject, sealed })
    return (
      cells && {
        causes: codesIn(cells.causes),
        transitConditions: codesIn(cells.transit_conditions),
        daysInTransit: cells.days_in_transit ? Number(cells.days_in_transit) : null,
        risks: codesIn(cells.risk_factors).map(riskIn),
      }
    )
  }

  /** What was found of a need for protection; null in each where not recorded, and where it was erased. */
  async evaluationOf({ childId: subject, sealed }: DetectionEvidence): Promise<Evaluation> {
    const cells = await this.#opener.open('children.detection_evidence', { subject, sealed })
    const need = cells?.protection_need
    return { protectionNeed: need ? need === 't' : null, result: cells?.evaluation_result ?? null }
  }
}
