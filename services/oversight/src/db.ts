/** The tables this service may touch. */
import { type OversightDb, open } from '@vigia/db/oversight'
import { env } from './env.ts'

export const db: OversightDb = open(env.databaseUrl)
