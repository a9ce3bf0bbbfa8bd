/** The part of the database that the returns service may touch. */
import type { PrismaClient } from '../generated/client/client.ts'
import type PrismaTypes from '../generated/pothos.ts'
import { type Database, openAs } from './open.ts'

type Tables = 'returnPlan' | 'executedReturn' | 'returnChecklist' | 'returnsBatch' | 'returnsUnmatchedRow'
type Models = 'ReturnPlan' | 'ExecutedReturn' | 'ReturnChecklist' | 'ReturnsBatch' | 'ReturnsUnmatchedRow'

export type ReturnsDb = Database<Pick<PrismaClient, Tables>>
export type ReturnsModels = Pick<PrismaTypes, Models>
export type {
  ExecutedReturn,
  ReturnChecklist,
  ReturnPlan,
  ReturnsBatch,
  ReturnsUnmatchedRow,
} from '../generated/client/client.ts'
/** Opens it as this service. */
export const open = (url: string, max?: number): ReturnsDb => openAs('returns', url, max)
