/** Connections by which tests ask again and again: to make one costs more than most of what is asked by it. */
import { openPool } from '@vigia/db/open'
import type pg from 'pg'

const PATIENCE_IN_MS = 120_000

const kept = new Map<string, pg.Pool>()

/** Of the login of an address. Nobody ends it: connections at rest go by themselves, or with their database, and keep no program running. */
export function keptPool(url: string): pg.Pool {
  const found = kept.get(url)
  if (found) return found
  const pool = openPool(url, 4, PATIENCE_IN_MS)
  pool.options.allowExitOnIdle = true
  pool.on('remove', () => {
    if (pool.totalCount === 0 && kept.get(url) === pool) kept.delete(url)
  })
  kept.set(url, pool)
  return pool
}
