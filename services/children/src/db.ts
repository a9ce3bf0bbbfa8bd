/** The tables this service may touch. */
import { type ChildrenDb, open } from '@vigia/db/children'
import { env } from './env.ts'

export const db: ChildrenDb = open(env.databaseUrl)
