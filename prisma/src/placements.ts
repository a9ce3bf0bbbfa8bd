/** The part of the database that the placements service may touch. */
import type { PrismaClient } from '../generated/client/client.ts'
import type PrismaTypes from '../generated/pothos.ts'
import { type Database, openAs } from './open.ts'

type Tables =
  | 'facility'
  | 'facilityRecord'
  | 'stay'
  | 'urgentMeasure'
  | 'inspection'
  | 'placementsBatch'
  | 'placementsUnmatchedRow'
type Models =
  | 'Facility'
  | 'FacilityRecord'
  | 'Stay'
  | 'UrgentMeasure'
  | 'Inspection'
  | 'PlacementsBatch'
  | 'PlacementsUnmatchedRow'

export type PlacementsDb = Database<Pick<PrismaClient, Tables>>
export type PlacementsModels = Pick<PrismaTypes, Models>
export type {
  Facility,
  FacilityRecord,
  Inspection,
  PlacementsBatch,
  PlacementsUnmatchedRow,
  Stay,
  UrgentMeasure,
} from '../generated/client/client.ts'
/** Opens it as this service. */
export const open = (url: string, max?: number): PlacementsDb => openAs('placements', url, max)
