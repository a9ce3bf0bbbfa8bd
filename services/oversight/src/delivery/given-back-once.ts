/**
 * A pool for the library that delivers, which gives the connection that listens back twice where that is lost just as the library stops, and
 * gives back one that it never got where the pool has ended by then. pg throws, where nobody awaits it, and the process would end.
 */
import type { Pool, PoolClient } from 'pg'

type Release = (broken?: boolean | Error) => void
type Told = (fault: Error | undefined, client: PoolClient | undefined, release: Release) => void

/** The same pool, from which a connection that was asked for by a callback may be given back any number of times. */
export function givenBackOnce(pool: Pool): Pool {
  const connect = pool.connect.bind(pool)
  const connectFor = (told?: Told) =>
    told ? connect((fault, client, release) => told(fault, client, once(release))) : connect()
  return Object.assign(pool, { connect: connectFor })
}

/** Of a pool that has ended pg tells without a way to give anything back, whatever its types say. */
function once(release: Release | undefined): Release {
  let isGivenBack = false
  return (broken) => {
    if (isGivenBack) return
    isGivenBack = true
    release?.(broken)
  }
}
