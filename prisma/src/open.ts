/** Connects to the database as one service: Prisma for records, the same pool for set-based SQL. */
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/client/client.ts'
import { keptPlan } from './kept-plans.ts'
import { type Reading, RowsPool, readingsOf } from './reader.ts'
import { type Answering, readerUrl } from './roles.ts'
import type { RowContext } from './row-context.ts'
import { WatchedPool } from './watched-pool.ts'

/** An open database. `close` waits for what is under way. */
export interface Database<Client> {
  /** Records, in the name of an actor (`withActor`). Made when it is first asked. */
  prisma: Client
  /** The same for SQL. */
  rows: pg.Pool
  /** Figures, in nobody's name: no row of a child. */
  figures: pg.Pool
  /** The service's own login, for what it takes in, follows and counts. Nobody is answered from it. */
  pool: pg.Pool
  /** A pool more of that login, for what holds connections for as long as it runs. Whoever opens it ends it. */
  openMore: (max: number) => pg.Pool
  /** A transaction in which rows are read in the name of an actor. */
  withActor: (context: RowContext) => Reading
  close: () => Promise<void>
}

/** A plan that a connection keeps was made for the tables of then: a minute after a table has grown nobody reads by it any more. */
const PLANS_LAST_IN_S = 60

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

/** Whoever reads for somebody who waits is answered in this time or not at all: a request has 5 seconds (security.md 9). */
export const ANSWERED_WITHIN_MS = 5_000

/** Of a connection that is open: what says, where the system of either end can tell, that the other end is gone. */
const KEPT_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/**
 * A pool for set-based SQL. BIGINT comes as number, DATE as `YYYY-MM-DD`, timestamps as Date. A connection that fails is
 * thrown away and never ends the process. Work may take as long as it does, and is given up only where the server is not at it any
 * more; what is asked for somebody who waits names in which time it is answered, or fails.
 */
export function openPool(url: string, max = 5, answeredWithinMs?: number): pg.Pool {
  const config = { connectionString: url, max, types, ...KEPT_ALIVE }
  if (answeredWithinMs === undefined) return withoutEnd(new WatchedPool(config))
  return withoutEnd(new pg.Pool({ ...config, ...answeredWithin(answeredWithinMs) }))
}

const answeredWithin = (ms: number) => ({ connectionTimeoutMillis: ms, query_timeout: ms })

function withoutEnd<Pool extends pg.Pool>(pool: Pool): Pool {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** As one service: with its own login, and as its reader. */
export function openAs(service: Answering, url: string, max = 5): Database<PrismaClient> {
  const reader = readerUrl(service, url)
  const [pool, figures] = [openPool(url, max), openPool(reader, max, ANSWERED_WITHIN_MS)]
  const forRows = { connectionString: reader, max, types, ...KEPT_ALIVE, ...answeredWithin(ANSWERED_WITHIN_MS) }
  const rows = withoutEnd(new RowsPool({ ...forRows, maxLifetimeSeconds: PLANS_LAST_IN_S }))
  // Prisma parses values by itself, whatever the types of the pool. Its adapter wants a name of a string, and takes none for none.
  const statementNameGenerator = ({ sql }: { sql: string }) => keptPlan(sql) as string
  let client: PrismaClient | null = null
  return {
    // It reads the shape of all tables when it is made, which takes longer than all else here.
    get prisma() {
      client ??= new PrismaClient({ adapter: new PrismaPg(rows, { statementNameGenerator }) })
      return client
    },
    ...{ rows, figures, pool, openMore: (most) => openPool(url, most), withActor: readingsOf(rows) },
    async close() {
      await client?.$disconnect()
      await Promise.all([pool.end(), figures.end(), rows.ended ? undefined : rows.end()])
    },
  }
}
