/** The part of the database that the children service may touch.
 * Names are in a table that has no place here: no answer of this issue needs one. */
import type { PrismaClient } from '../generated/client/client.ts'
import type PrismaTypes from '../generated/pothos.ts'
import { type Database, openAs } from './open.ts'

type Tables =
  | 'child'
  | 'identifier'
  | 'familyTie'
  | 'detection'
  | 'detectionEvidence'
  | 'relative'
  | 'migrationDocument'
  | 'asylumClaim'
  | 'childrenBatch'
  | 'childrenUnmatchedRow'
type Models =
  | 'Child'
  | 'Identifier'
  | 'FamilyTie'
  | 'Detection'
  | 'DetectionEvidence'
  | 'Relative'
  | 'MigrationDocument'
  | 'AsylumClaim'
  | 'ChildrenBatch'
  | 'ChildrenUnmatchedRow'

export type ChildrenDb = Database<Pick<PrismaClient, Tables>>
export type ChildrenModels = Pick<PrismaTypes, Models>
export type {
  AsylumClaim,
  Child,
  ChildrenBatch,
  ChildrenUnmatchedRow,
  Detection,
  DetectionEvidence,
  FamilyTie,
  Identifier,
  MigrationDocument,
  Relative,
} from '../generated/client/client.ts'
/** Opens it as this service. */
export const open = (url: string, max?: number): ChildrenDb => openAs('children', url, max)
