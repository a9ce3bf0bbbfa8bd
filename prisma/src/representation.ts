/** The part of the database that the representation service may touch. */
import type { PrismaClient } from '../generated/client/client.ts'
import type PrismaTypes from '../generated/pothos.ts'
import { type Database, openAs } from './open.ts'

type Tables =
  | 'protectionCase'
  | 'representation'
  | 'counselRequest'
  | 'determination'
  | 'restitutionPlan'
  | 'planMeasure'
  | 'followUp'
  | 'complaint'
  | 'representationBatch'
  | 'representationUnmatchedRow'
type Models =
  | 'ProtectionCase'
  | 'Representation'
  | 'CounselRequest'
  | 'Determination'
  | 'RestitutionPlan'
  | 'PlanMeasure'
  | 'FollowUp'
  | 'Complaint'
  | 'RepresentationBatch'
  | 'RepresentationUnmatchedRow'

export type RepresentationDb = Database<Pick<PrismaClient, Tables>>
export type RepresentationModels = Pick<PrismaTypes, Models>
export type {
  Complaint,
  CounselRequest,
  Determination,
  FollowUp,
  PlanMeasure,
  ProtectionCase,
  Representation,
  RepresentationBatch,
  RepresentationUnmatchedRow,
  RestitutionPlan,
} from '../generated/client/client.ts'
/** Opens it as this service. */
export const open = (url: string, max?: number): RepresentationDb => openAs('representation', url, max)
