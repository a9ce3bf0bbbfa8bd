/** The tables this service may touch. */
import { open, type PlacementsDb } from '@vigia/db/placements'
import { env } from './env.ts'

export const db: PlacementsDb = open(env.databaseUrl)
