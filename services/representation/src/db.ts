/** The tables this service may touch. */
import { open, type RepresentationDb } from '@vigia/db/representation'
import { env } from './env.ts'

export const db: RepresentationDb = open(env.databaseUrl)
