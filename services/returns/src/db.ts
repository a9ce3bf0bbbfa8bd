/** The tables this service may touch. */
import { open, type ReturnsDb } from '@vigia/db/returns'
import { env } from './env.ts'

export const db: ReturnsDb = open(env.databaseUrl)
