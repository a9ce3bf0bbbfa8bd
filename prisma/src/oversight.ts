/** The part of the database that the oversight service may touch. */
import type { PrismaClient } from '../generated/client/client.ts'
import type PrismaTypes from '../generated/pothos.ts'
import { type Database, openAs } from './open.ts'

type Tables = 'oversightBatch' | 'oversightUnmatchedRow'
type Models = 'OversightBatch' | 'OversightUnmatchedRow'

export type OversightDb = Database<Pick<PrismaClient, Tables>>
export type OversightModels = Pick<PrismaTypes, Models>
export type { OversightBatch, OversightUnmatchedRow } from '../generated/client/client.ts'
/** Opens it as this service. */
export const open = (url: string, max?: number): OversightDb => openAs('oversight', url, max)
