/** Connects to the database as one service: Prisma for records, the same pool for set-based SQL. */
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/client/client.ts'

/** An open database. `close` waits for what is under way. */
export interface Database<Client> {
  prisma: Client
  pool: pg.Pool
  close: () => Promise<void>
}

/** Counts come back as numbers: none of ours comes near 2^53. */
const BIGINT = 20
/** Days come back as `YYYY-MM-DD`: a day has no time zone. */
const DATE = 1082
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === BIGINT && format !== 'binary') return Number
    if (oid === DATE && format !== 'binary') return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/**
 * A pool for set-based SQL. BIGINT comes as number, DATE as `YYYY-MM-DD`, timestamps as Date. A connection that fails is
 * thrown away and never ends the process.
 */
export function openPool(url: string, max = 5): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, types })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export function open(url: string, max = 5): Database<PrismaClient> {
  const pool = openPool(url, max)
  // Prisma parses values by itself, so it gets a pool of its own.
  const prismaPool = new pg.Pool({ connectionString: url, max })
  prismaPool.on('error', () => {})
  prismaPool.on('connect', (client) => client.on('error', () => {}))
  const prisma = new PrismaClient({ adapter: new PrismaPg(prismaPool) })
  const close = async () => {
    await prisma.$disconnect()
    await Promise.all([pool.end(), prismaPool.ended ? undefined : prismaPool.end()])
  }
  return { prisma, pool, close }
}
