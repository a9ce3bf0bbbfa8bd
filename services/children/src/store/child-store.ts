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

export class ChildStore {
  /** Null for a child that is not there, and for one that the actor may not know of. */
  readonly byId
  readonly detectionsOf
  readonly evidenceOf
  readonly documentsOf
  readonly claimsOf

  constructor({ prisma }: ChildrenDb, { states }: Actor) {
    const inSight = states === null ? {} : { state: { in: states } }
    this.byId = batchById<string, Child>(
      (ids) => prisma.child.findMany({ where: { id: { in: [...ids] }, ...inSight } }),
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
}
