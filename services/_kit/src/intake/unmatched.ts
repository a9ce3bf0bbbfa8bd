/** Rows that could not be joined: tried again when identifiers have arrived, in the order in which they came. */
import type { Pool, PoolClient } from 'pg'
import { recordReported, recordWrite } from '../audit/record-write.ts'
import { reportedBy } from './batch.ts'
import { isBehindWall } from './behind-the-wall.ts'
import { takeChunk } from './chunk.ts'
import { conflictsOf, InConflict, withoutRows } from './conflicts.ts'
import type { Feed, FeedLayout, Reject } from './feed.ts'
import { inOneGo, isFew } from './staging/kept-steps.ts'
import { type BatchRow, createStaging, stagedList } from './staging/tables.ts'
import { ANYTHING, sqlOfSteps } from './step.ts'

const JOINED_LATER = 'Rows of this file that waited for their child were joined.'

/** Tries the kept rows of a service's feeds again; gives how many found their child, place or file. */
export async function retryAll(pool: Pool, feeds: readonly Feed[]): Promise<number> {
  let matched = 0
  for (const feed of feeds) matched += await retryUnmatched(pool, feed)
  return matched
}

/** The same for one feed. Each batch is one transaction. */
export async function retryUnmatched(pool: Pool, feed: Feed): Promise<number> {
  const { unmatched } = widestOf(feed)
  if (!unmatched) return 0
  const { rows } = await pool.query<{ id: string }>({
    name: `may-match-${feed.service}-${feed.name}`,
    text: `select b.id from ${feed.service}.unmatched_row u join ${feed.service}.batch b on b.id = u.batch_id
     where u.feed = $1 and u.matched_at is null and ${unmatched.mayMatch}
     group by b.id, b.cutoff_on, b.taken_at order by b.cutoff_on, b.taken_at, b.id`,
    values: [feed.name],
  })
  let matched = 0
  for (const { id } of rows) matched += await retryBatch(pool, feed, id)
  return matched
}

async function retryBatch(pool: Pool, feed: Feed, batchId: string): Promise<number> {
  const client = await pool.connect()
  let inConflict: InConflict
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`vigia.intake.${feed.service}`])
    const matched = await retryInTransaction(client, feed, batchId)
    await client.query('commit')
    return matched
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    if (!(error instanceof InConflict)) throw error
    inConflict = error
  } finally {
    client.release()
  }
  await reportInConflict(pool, feed, batchId, inConflict)
  // They go on waiting, for room or for the sender's word.
  return retryBatch(pool, withoutRows(feed, inConflict.rows), batchId)
}

/**
 * Of whom overseers are told for rows in conflict: of those that come to it now, and not at each round in which they go on waiting. Asked
 * while they are written, and before they are taken back.
 */
async function reportedFirst(client: PoolClient, feed: Feed, batchId: string, conflicts: readonly Reject[]) {
  if (!feed.reported) return []
  const { rows } = await client.query<{ line: number }>(
    `select u.line from ${feed.service}.unmatched_row u join unnest($3::int[], $4::text[]) x (line, reason) using (line)
     where u.batch_id = $1 and u.feed = $2 and u.matched_at is null group by u.line having bool_and(u.reason <> x.reason)`,
    [batchId, feed.name, conflicts.map(({ line }) => line), conflicts.map(({ reason }) => reason)],
  )
  const lines = rows.map(({ line }) => line)
  return reportedBy(client, feed, batchId, lines)
}

/** Before their new reason is written: cut short, it is told once more and never not at all. */
async function reportInConflict(pool: Pool, feed: Feed, batchId: string, { reported }: InConflict): Promise<void> {
  const batch = reported.length > 0 ? await batchOf(pool, feed, batchId) : null
  if (batch) await recordReported(pool, feed, batch, reported)
}

async function retryInTransaction(client: PoolClient, feed: Feed, batchId: string): Promise<number> {
  const layout = widestOf(feed)
  const batch = await batchOf(client, feed, batchId)
  if (!batch || !layout.unmatched) return 0
  const isWalled = isBehindWall(feed, batch)
  await createStaging(client, layout, batch, { isWalled })
  const areFew = isFew(await stageWaiting(client, feed, layout, batchId)) && !isWalled
  // What still finds nothing is left where it is.
  await inOneGo(client, sqlOfSteps(layout.place, ANYTHING), areFew)
  await client.query(
    `delete from staged where line in (select line from placed p join staged s using (line) where ${layout.unmatched.where})`,
  )
  const { rows } = await client.query<{ line: number }>('select line from staged')
  await client.query(unplaced(layout, areFew))
  if (rows.length === 0) return 0
  const task = { client, feed, layout, write: true, areKept: true, isBehindWall: isWalled, areFew }
  const { rejects, unmatched } = await takeChunk(task)
  const lines = rows.map(({ line }) => line)
  const conflicts = isWalled ? [] : await conflictsOf(client, feed, batch, lines)
  if (conflicts.length > 0) throw new InConflict(conflicts, await reportedFirst(client, feed, batchId, conflicts))
  const waiting = [...rejects, ...unmatched]
  const stay = new Set(waiting.map(({ line }) => line))
  const matched = lines.filter((line) => !stay.has(line))
  await client.query(
    `update ${feed.service}.unmatched_row set matched_at = now(), raw = raw - 'wrapped_key'
     where batch_id = $1 and feed = $2 and matched_at is null and line = any ($3)`,
    [batchId, feed.name, matched],
  )
  for (const { line, reason } of waiting) {
    await client.query(
      `update ${feed.service}.unmatched_row set reason = $4 
       where batch_id = $1 and feed = $2 and line = $3 and matched_at is null and reason <> $4`,
      [batchId, feed.name, line, reason],
    )
  }
  if (matched.length > 0) await recordWrite(client, feed, batch, { records: matched.length, reason: JOINED_LATER })
  const reported = await reportedBy(client, feed, batchId, matched)
  if (reported.length > 0) await recordReported(client, feed, batch, reported)
  return matched.length
}

/** A row is kept with every column that it came with: the layout that has most of them reads it again. */
function widestOf({ layouts: [first, ...others] }: Feed): FeedLayout {
  return others.reduce((one, other) => (other.columns.length > one.columns.length ? other : one), first)
}

/** As if nothing had been placed. */
function unplaced({ inPlace, placed }: FeedLayout, areFew: boolean): string {
  if (!inPlace) return areFew ? 'delete from placed' : 'truncate placed'
  return `update staged set ${['known', ...Object.keys(placed)].map((name) => `${name} = default`).join(', ')}`
}

async function batchOf(client: Pool | PoolClient, feed: Feed, batchId: string): Promise<BatchRow | null> {
  const { rows } = await client.query<BatchRow>(
    `select id, feed, source, state, cutoff_on::text as cutoff, is_preliminary as "isPreliminary", is_confirmed as "isConfirmed", taken_at as "takenAt"
     from ${feed.service}.batch where id = $1 and withdrawn_at is null`,
    [batchId],
  )
  return rows[0] ?? null
}

async function stageWaiting(client: PoolClient, feed: Feed, layout: FeedLayout, batchId: string): Promise<number> {
  const columns = stagedList(layout)
  const { rowCount } = await client.query(
    `insert into staged (${columns})
     select ${columns.replace(/\w+/g, 'r.$&')} from ${feed.service}.unmatched_row u, jsonb_populate_record(null::staged, u.raw) r
     where u.batch_id = $1 and u.feed = $2 and u.matched_at is null`,
    [batchId, feed.name],
  )
  return rowCount ?? 0
}
