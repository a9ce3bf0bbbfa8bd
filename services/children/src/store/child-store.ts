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
import { isOfOthers, type WithOthers, withOthersFor } from '@vigia/kit/competence/others'
import { batchById, batchManyById } from '@vigia/kit/graph/batch-by-id'
import { type CellOpener, codesIn } from '@vigia/kit/seal/cell-opener'
import { firstDetectionOf } from '../rules/first-detection.ts'
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

/** Of a detection what it told of the person is read of the child alone, and whom that was taken for by nobody; this login reads neither. */
const NOT_OF_EVENT = {
  sex: true,
  bornOn: true,
  isBirthEstimated: true,
  countryOfBirth: true,
  countryOfResidence: true,
  language: true,
  childBefore: true,
} as const
export type DetectionAsEvent = Omit<Detection, keyof typeof NOT_OF_EVENT>

const of = (keys: readonly string[]) => ({ childId: { in: [...keys] } })

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

type Prisma = ChildrenDb['prisma']

const documentsIn = (prisma: Prisma, withOthers: WithOthers) =>
  batchManyById<string, MigrationDocument>(
    (keys) => {
      const order = [{ grantedOn: 'desc' as const }, { id: 'desc' as const }]
      const asked = { acts: 'children.migration_document', by: 'childId', keys } as const
      const whole = prisma.migrationDocument.findMany({ where: of(keys), orderBy: order })
      return withOthers(whole, { ...asked, at: ({ grantedOn }) => grantedOn })
    },
    ({ childId }) => childId,
  )

const claimsIn = (prisma: Prisma, withOthers: WithOthers) =>
  batchManyById<string, AsylumClaim>(
    (keys) => {
      const order = [{ filedOn: 'desc' as const }, { id: 'desc' as const }]
      const asked = { acts: 'children.asylum_claim', by: 'childId', keys } as const
      const whole = prisma.asylumClaim.findMany({ where: of(keys), orderBy: order })
      return withOthers(whole, { ...asked, at: ({ filedOn }) => filedOn })
    },
    ({ childId }) => childId,
  )

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
    const withOthers = withOthersFor(rows, actor)
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
    this.detectionsOf = batchManyById<string, DetectionAsEvent>(
      (keys) => {
        const order = [{ detectedAt: 'desc' as const }, { id: 'desc' as const }]
        const asked = { acts: 'children.detection', by: 'childId', keys } as const
        const whole = prisma.detection.findMany({ omit: NOT_OF_EVENT, where: of(keys), orderBy: order })
        return withOthers(whole, { ...asked, at: ({ detectedAt }) => detectedAt })
      },
      ({ childId }) => childId,
    )
    this.evidenceOf = batchById<string, DetectionEvidence>(
      (ids) => prisma.detectionEvidence.findMany({ where: { detectionId: { in: [...ids] } } }),
      ({ detectionId }) => detectionId,
    )
    this.documentsOf = documentsIn(prisma, withOthers)
    this.claimsOf = claimsIn(prisma, withOthers)
  }

  /** Of those of others the day is told and not the hour: they stand in the order in which they were. */
  async firstDetectionOf(id: string): Promise<DetectionAsEvent | null> {
    const detections = await this.detectionsOf.load(id)
    return detections.some(isOfOthers) ? (detections.at(-1) ?? null) : firstDetectionOf(detections)
  }

  /** What a detection tells of dangers; null where it was erased. */
  async riskOf({ childId: subject, sealed }: DetectionAsEvent): Promise<Risk | null> {
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
