/** Most rows of most files are new: a chunk is written as if all were, and taken back and looked up where one is not. */
import { DatabaseError, type PoolClient } from 'pg'
import type { FeedLayout } from './feed.ts'
import type { ChunkTraits } from './step.ts'

/** Fewer rows than these are looked up sooner than written twice. */
export const PRESUMED_NEW_FROM = 1000

/** Whether writing will find each row that is known. A number that two rows share it passes over, known or not. */
export function mayAllBeNew({ newUnless = [], columns }: FeedLayout, { presumedNew, repeats }: ChunkTraits): boolean {
  return presumedNew && newUnless.length > 0 && !columns.some(({ name, identifies }) => identifies && repeats(name))
}

/** A row that was taken for new was joined to something that is known. */
export class JoinedAfterAll extends Error {}

/** Either way of taking a chunk; the second finds everything as the first did. */
type Ways<T> = { asNew: () => Promise<T>; asAny: () => Promise<T> }

/** Throws what the ways throw, but for the constraint by which a known row is found. */
export async function presumingNew<T>(client: PoolClient, layout: FeedLayout, ways: Ways<T>): Promise<T> {
  await client.query('savepoint presumed_new')
  try {
    const outcome = await ways.asNew()
    await client.query('release savepoint presumed_new')
    return outcome
  } catch (error) {
    if (!isOfKnownRow(error, layout)) throw error
    await client.query('rollback to savepoint presumed_new; release savepoint presumed_new')
    return ways.asAny()
  }
}

const UNIQUE_VIOLATION = '23505'

function isOfKnownRow(error: unknown, { newUnless = [] }: FeedLayout): boolean {
  if (error instanceof JoinedAfterAll) return true
  return error instanceof DatabaseError && error.code === UNIQUE_VIOLATION && newUnless.includes(error.constraint ?? '')
}
