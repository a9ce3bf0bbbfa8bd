/**
 * What was answered at the version that the figures of a service have now. They change only where it does, in the same transaction. Within
 * one request the gateway asks a service for the states and for the nation apart, and both read the same.
 */
import type { Pool } from 'pg'
import type { ServiceName } from '../service.ts'

interface Kept {
  version: string
  answer: Promise<unknown>
}

/** A board asks a few questions of a service; others are asked for with each period that somebody chooses. */
const MOST_KEPT = 100
const KEPT = new WeakMap<Pool, Map<string, Kept>>()

/** Of a service; empty where nothing was counted yet. Read it before the figures: what is kept by it is never older. */
export async function versionOf(pool: Pool, service: ServiceName): Promise<string> {
  const { rows } = await pool.query<{ version: string }>({
    name: 'version-of-service',
    text: 'select version::text as version from outbox.service_version where service = $1',
    values: [service],
  })
  return rows[0]?.version ?? ''
}

/** Asks where the question was last answered at another version, or never. What failed is asked again. */
export function ofVersion<Answer>(
  pool: Pool,
  { question, version }: { question: string; version: string },
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const kept = KEPT.get(pool) ?? new Map<string, Kept>()
  KEPT.set(pool, kept)
  const known = kept.get(question)
  const one = known?.version === version ? known : { version, answer: ask() }
  // The last asked stands last: the first is given up where there are too many.
  kept.delete(question)
  kept.set(question, one)
  const [first = ''] = kept.keys()
  if (kept.size > MOST_KEPT) kept.delete(first)
  one.answer.catch(() => kept.get(question) === one && kept.delete(question))
  return one.answer as Promise<Answer>
}
