/** The part of the database that the oversight service may touch. */
import type { PrismaClient } from '../generated/client/client.ts'
import type PrismaTypes from '../generated/pothos.ts'
import type { Database } from './open.ts'

type Tables = 'oversightBatch' | 'oversightUnmatchedRow'
type Models = 'OversightBatch' | 'OversightUnmatchedRow'

export type OversightDb = Database<Pick<PrismaClient, Tables>>
export type OversightModels = Pick<PrismaTypes, Models>
export type { OversightBatch, OversightUnmatchedRow } from '../generated/client/client.ts'
export { open } from './open.ts'
